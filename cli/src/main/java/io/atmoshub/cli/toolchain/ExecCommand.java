package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    @Parameters(
            paramLabel = "TOOL[@VERSION] [ARGUMENT...]",
            arity = "1..*",
            description = "Which tool; without a version, the pinned one. All behind it is for the tool.")
    private List<String> words = List.of();

    ExecCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    /// What stands behind the tool is not ours, even if it looks so.
    @Spec
    void keepForTheTool(CommandSpec spec) {
        spec.parser().stopAtPositional(true);
    }

    @Override
    int run(Toolbox box) {
        Path program = new Ready(box).installedFirst(Wanted.parse(words.getFirst()));
        var arguments = new ArrayList<>(words.subList(1, words.size()));
        if (!arguments.isEmpty() && arguments.getFirst().equals("--")) {
            arguments.removeFirst();
        }
        return Become.program(program.toAbsolutePath(), arguments, box.terminal());
    }
}
