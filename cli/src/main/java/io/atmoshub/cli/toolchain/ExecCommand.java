package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.install.StandIn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `atmos toolchain exec`.
@Command(
        name = "exec",
        description =
                "Becomes a tool, installed first when it is missing: signals, terminal and exit code are its own.",
        footer = {
            "",
            "Examples:",
            "  atmos toolchain exec terraform -- plan",
            "  atmos toolchain exec terraform@1.11.4 version"
        })
final class ExecCommand extends ToolchainAction {
    /// Where bin/atmos wants to be told which program to become; when there is none yet, it comes again without.
    private static final String ANSWER = "ATMOS_EXEC_ANSWER";

    private static final int NOT_THERE = 3;

    @Parameters(
            paramLabel = "TOOL[@VERSION] [ARGUMENT...]",
            arity = "1..*",
            description = "Which tool; without a version, the pinned one. All behind it is for the tool.")
    private List<String> words = List.of();

    ExecCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    ExecCommand(Terminal terminal, GlobalOptions options, List<String> words) {
        super(terminal, options);
        this.words = words;
    }

    /// What stands behind the tool is not ours, even if it looks so.
    @Spec
    void keepForTheTool(CommandSpec spec) {
        spec.parser().stopAtPositional(true);
    }

    @Override
    int run(Toolbox box) {
        Wanted wanted = Wanted.parse(words.getFirst());
        var arguments = new ArrayList<>(words.subList(1, words.size()));
        if (!arguments.isEmpty() && arguments.getFirst().equals("--")) {
            arguments.removeFirst();
        }
        StandIn standIn = box.standIns().get(wanted.name());
        if (standIn != null) {
            wanted = new Wanted(standIn.tool(), wanted.version());
            arguments.addAll(0, standIn.arguments());
        }
        var ready = new Ready(box);
        String answer = terminal().environment().get(ANSWER);
        if (answer != null) {
            // The shell only knows our own words.
            Optional<Path> there = standIn == null ? ready.find(wanted) : Optional.empty();
            if (there.isEmpty()) {
                return NOT_THERE;
            }
            int code = Become.toldTo(Path.of(answer), there.get().toAbsolutePath(), arguments);
            ready.keep("exec " + words.getFirst(), wanted, there.get());
            return code;
        }
        return Become.program(ready.installedFirst(wanted).toAbsolutePath(), arguments, terminal());
    }
}
