package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What all commands of `atmos toolchain` have: a toolbox, and results as JSON when that is wanted.
abstract class ToolchainAction implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions options;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--json", description = "Shows the result as JSON.")
    private boolean json;

    @Option(names = "--offline", description = "Asks nobody: what is not here fails, and is named.")
    private boolean offline;

    ToolchainAction(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public final Integer call() {
        try (Toolbox box = new Toolbox(terminal, options, offline)) {
            int code = run(box);
            if (!json && terminal.interactive()) {
                new UpgradeNotice(terminal, options).after(name(), box);
            }
            return code;
        }
    }

    /// By the shortest way the library that reads options never sees this command.
    private String name() {
        Command command = getClass().getAnnotation(Command.class);
        return command == null ? "" : command.name();
    }

    abstract int run(Toolbox box);

    final boolean json() {
        return json;
    }

    final Terminal terminal() {
        return terminal;
    }

    final Screen out() {
        return terminal.out();
    }

    final Screen err() {
        return terminal.err();
    }

    final ParameterException misused(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
