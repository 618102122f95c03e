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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    Atmos(Terminal terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] arguments) {
        // A library asks for a log; there is none here, and that is nothing to tell a person.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        int code = answer(ofThisProcess(), true, arguments);
        // System.exit asks for a log first, which takes longer than such a command.
        boolean version = arguments.length == 1 && arguments[0].equals("version");
        if (code != DONE || !(version || Shortcut.fits(arguments))) {
            System.exit(code);
        }
    }

    /// Inside of another command: whatever takes this one over runs beside us.
    public static int run(Terminal terminal, String... arguments) {
        return answer(terminal, false, arguments);
    }

    private static int answer(Terminal terminal, boolean replace, String... arguments) {
        Optional<Callable<Integer>> shortcut = Shortcut.of(terminal, arguments);
        return shortcut.isPresent()
                ? Failures.orDone(terminal, shortcut.get())
                : new Entrance(terminal, replace).call(arguments);
    }

    /// With every command there is.
    public static CommandLine commandLine(Terminal terminal) {
        return commandLine(terminal, new GlobalOptions(), TopLevel::addAll);
    }

    /// @param early what could be told before
    static CommandLine commandLine(Terminal terminal, GlobalOptions early, Consumer<CommandLine> commands) {
        var options = new GlobalOptions();
        options.knowing(early);
        var factory = new Commands(terminal, options);
        CommandLine line = new CommandLine(new Atmos(terminal), factory);
        line.addMixin("global", options);
        commands.accept(line);
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
        spec.commandLine().usage(terminal.out().writer());
    }

    private static int misused(Terminal terminal, ParameterException misuse) {
        terminal.err().line(Screen.Style.BAD, String.valueOf(misuse.getMessage()));
        terminal.err().line("");
        var path = new ArrayList<String>();
        for (CommandLine at = misuse.getCommandLine(); at.getParent() != null; at = at.getParent()) {
            path.addFirst(at.getCommandName());
        }
        usage(terminal, path);
        return MISUSED;
    }

    /// Of a command that holds others with all of those, though only the wanted one is there.
    static void usage(Terminal terminal, List<String> path) {
        CommandLine all = commandLine(terminal, new GlobalOptions(), line -> TopLevel.add(line, path));
        for (String name : path) {
            all = Objects.requireNonNull(all.getSubcommands().get(name), name);
        }
        all.usage(terminal.err().writer());
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
