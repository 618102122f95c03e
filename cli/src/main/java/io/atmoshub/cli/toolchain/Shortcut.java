package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// The shortest way to commands that run in every prompt, script and CI job: when only plain words stand there,
/// nobody has to look at what options there are. Everything else goes the usual way, to the same commands.
public final class Shortcut {
    private static final int COMMAND = 2;

    private Shortcut() {}

    /// Nothing when these words have to be looked at more closely.
    public static Optional<Callable<Integer>> of(Terminal terminal, String... words) {
        if (!fits(words)) {
            return Optional.empty();
        }
        List<String> rest = List.of(words).subList(COMMAND, words.length);
        var options = new GlobalOptions();
        return Optional.of(
                switch (words[1]) {
                    case "which" -> new WhichCommand(terminal, options, rest.getFirst());
                    case "exec" -> new ExecCommand(terminal, options, rest);
                    case "install" -> new InstallCommand(terminal, options, rest);
                    default -> new ResolveCommand(terminal, options, rest);
                });
    }

    /// Whether these words can be taken as they stand.
    public static boolean fits(String... words) {
        if (words.length < COMMAND || !words[0].equals("toolchain")) {
            return false;
        }
        return switch (words[1]) {
            case "which" -> words.length == COMMAND + 1 && plain(words, words.length);
            // What stands behind the tool is the tool's.
            case "exec" -> words.length > COMMAND && plain(words, COMMAND + 1);
            case "install" -> plain(words, words.length);
            case "resolve" -> words.length > COMMAND && plain(words, words.length);
            default -> false;
        };
    }

    /// `@` before a word is picocli's way to a file of more words.
    private static boolean plain(String[] words, int end) {
        for (int i = COMMAND; i < end; i++) {
            if (words[i].isEmpty() || words[i].charAt(0) == '-' || words[i].charAt(0) == '@') {
                return false;
            }
        }
        return true;
    }
}
