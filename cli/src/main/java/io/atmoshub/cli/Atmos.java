package io.atmoshub.cli;

import io.atmoshub.cli.terminal.Interrupts;
import io.atmoshub.cli.terminal.Keyboard;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.cli.toolchain.Shortcut;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// The `atmos` command.
@Command(
        name = "atmos",
        description = "Ask about your stacks, and work with your team's hub.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  atmos describe component vpc -s platform-prod-euw1",
            "  atmos ai ask \"Which components does prod have?\""
        })
public final class Atmos implements Runnable {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int MISUSED = 2;

    private final Terminal terminal;

    Atmos(Terminal terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] arguments) {
        // A library asks for a log; there is none here, and that is nothing to tell a person.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        int code = run(ofThisProcess(), arguments);
        // System.exit asks for a log first, which takes longer than such a command.
        if (code != DONE || !Shortcut.fits(arguments)) {
            System.exit(code);
        }
    }

    public static int run(Terminal terminal, String... arguments) {
        Optional<Callable<Integer>> shortcut = Shortcut.of(terminal, arguments);
        if (shortcut.isPresent()) {
            return Failures.orDone(terminal, shortcut.get());
        }
        return commandLine(terminal, TopLevel.wantedBy(arguments)).execute(arguments);
    }

    /// With every command there is.
    public static CommandLine commandLine(Terminal terminal) {
        return commandLine(terminal, TopLevel.all());
    }

    /// Only with these: looking at the classes of all takes longer than most of them run.
    private static CommandLine commandLine(Terminal terminal, List<Class<?>> commands) {
        var options = new GlobalOptions();
        var factory = new Commands(terminal, options);
        CommandLine line = new CommandLine(new Atmos(terminal), factory);
        line.addMixin("global", options);
        commands.forEach(line::addSubcommand);
        line.setOverwrittenOptionsAllowed(true);
        line.setOut(terminal.out().writer());
        line.setErr(terminal.err().writer());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.out().coloured() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setUsageHelpAutoWidth(false);
        line.setParameterExceptionHandler((misuse, given) -> misused(terminal, misuse));
        line.setExecutionExceptionHandler((failure, command, parsed) -> Failures.shown(terminal, failure));
        addHelp(line);
        return line;
    }

    /// Without a command: what there is.
    @Override
    public void run() {
        commandLine(terminal).usage(terminal.out().writer());
    }

    private static int misused(Terminal terminal, ParameterException misuse) {
        terminal.err().line(Screen.Style.BAD, String.valueOf(misuse.getMessage()));
        terminal.err().line("");
        misuse.getCommandLine().usage(terminal.err().writer());
        return MISUSED;
    }

    private static void addHelp(CommandLine line) {
        line.getCommandSpec()
                .addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Shows this help.")
                        .build());
        line.getSubcommands().values().stream().distinct().forEach(Atmos::addHelp);
    }

    static Terminal ofThisProcess() {
        Map<String, String> environment = System.getenv();
        boolean keyboard = Tty.is(FileDescriptor.in);
        boolean outShown = Tty.is(FileDescriptor.out);
        boolean errShown = Tty.is(FileDescriptor.err);
        boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment
                        .getOrDefault("TERM", "")
                        .toLowerCase(Locale.ROOT)
                        .equals("dumb");
        Interrupts interrupts = cleanUp -> {
            Thread hook = new Thread(cleanUp, "interrupted");
            Runtime.getRuntime().addShutdownHook(hook);
            return () -> removed(hook);
        };
        return new Terminal(
                new Screen(new PrintStream(new FileOutputStream(FileDescriptor.out)), outShown && colours),
                new Screen(new PrintStream(new FileOutputStream(FileDescriptor.err)), errShown && colours),
                System.in,
                !keyboard,
                keyboard && errShown,
                new Keyboard(System.in, interrupts),
                interrupts,
                environment,
                Path.of("").toAbsolutePath());
    }

    private static void removed(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is running: that is what it was for.
            return;
        }
    }
}
