package io.atmoshub.cli;

import io.atmoshub.cli.completion.Completion;
import io.atmoshub.cli.door.FrontDoor;
import io.atmoshub.cli.door.HandOver;
import io.atmoshub.cli.door.Self;
import io.atmoshub.cli.door.Way;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;

/// Where every call comes in: it is told apart whose it is, and goes there.
///
/// @param replace whether this process may become another program; else that one runs beside us
record Entrance(Terminal terminal, boolean replace) {
    /// Nobody else answers these, whatever a project says.
    private static final Set<String> ALWAYS_OURS = Set.of("ai", "hub", "toolchain");

    /// No exit code of anything.
    private static final int OURS = -1;

    int call(String... arguments) {
        return arguments.length > 0 && arguments[0].startsWith(Completion.COMMAND)
                ? complete(List.of(arguments))
                : answer(arguments);
    }

    private int answer(String... arguments) {
        var words = Words.of(arguments);
        var options = GlobalOptions.of(words);
        if (List.of(arguments).equals(List.of("version"))) {
            return version(words, options);
        }
        boolean help = words.plain().equals(List.of("help"));
        if (mayBeAnothers(words)) {
            int code = Failures.orDone(
                    terminal,
                    () -> through(way(words, options, help), words, options).orElse(OURS));
            if (code != OURS) {
                return code;
            }
        }
        boolean looksAround = help || words.plain().isEmpty();
        List<String> plain = looksAround ? List.of() : words.plain();
        CommandLine line = Atmos.commandLine(terminal, options, atmos -> TopLevel.add(atmos, plain));
        if (looksAround) {
            ProjectHelp.add(line, terminal, options);
        }
        if (help) {
            return line.execute();
        }
        boolean version = arguments.length == 1 && arguments[0].equals("--version");
        return line.execute(version ? new String[] {"version"} : arguments);
    }

    /// Asked for so often, to see what is there, that it takes the shortest way.
    private int version(Words words, GlobalOptions options) {
        return Failures.orDone(terminal, () -> {
            if (!mayBeAnothers(words)) {
                return new VersionCommand(terminal).call();
            }
            Way way = way(words, options, false);
            if (!(way instanceof Way.Ours(boolean pinned))) {
                return through(way, words, options).orElse(OURS);
            }
            var command = new VersionCommand(terminal);
            if (!pinned) {
                command.keep(options);
            }
            return command.call();
        });
    }

    private boolean mayBeAnothers(Words words) {
        return words.command().filter(ALWAYS_OURS::contains).isEmpty()
                && !"off".equals(terminal.environment().get(FrontDoor.SWITCH));
    }

    private Way way(Words words, GlobalOptions options, boolean help) {
        boolean known = help || TopLevel.knows(words, new Commands(terminal, options));
        return new FrontDoor(terminal, words, options, Self.ofThisProcess()).way(known);
    }

    /// Nothing when the command is ours.
    private Optional<Integer> through(Way way, Words words, GlobalOptions options) {
        var handOver = new HandOver(terminal, words, options, replace);
        return switch (way) {
            case Way.Ours _ -> Optional.empty();
            case Way.Pinned pinned -> Optional.of(handOver.to(pinned));
            case Way.Next next -> Optional.of(handOver.to(next));
            case Way.Nobody nobody -> {
                terminal.err().line(Screen.Style.BAD, nobody.what());
                terminal.err().line(nobody.hint());
                terminal.err().line("");
                Atmos.usage(
                        terminal,
                        words.command().filter(name -> TopLevel.named(name) != null).stream()
                                .toList());
                yield Optional.of(Atmos.MISUSED);
            }
        };
    }

    /// What can be typed next; for a command that is not ours its owner is asked.
    private int complete(List<String> arguments) {
        int cursor = Math.max(1, arguments.size() - 1);
        String last = cursor < arguments.size() ? arguments.get(cursor) : "";
        List<String> before = arguments.subList(1, cursor);
        var told = Words.of(before.toArray(String[]::new));
        var words = new Words(told.plain(), told.options(), arguments);
        var options = GlobalOptions.of(words);
        try {
            if (words.command().isPresent() && mayBeAnothers(words)) {
                Way way = way(words, options, false);
                if (!(way instanceof Way.Ours)) {
                    return new HandOver(terminal, words, options, replace).completing(way);
                }
            }
        } catch (RuntimeException e) {
            // Now is not the time to say what is wrong.
            return Atmos.FAILED;
        }
        CommandLine line = Atmos.commandLine(terminal, options, atmos -> TopLevel.add(atmos, words.plain()));
        return new Completion(terminal, options, line).show(before, last);
    }
}
