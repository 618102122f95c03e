package io.atmoshub.cli.toolchain;

import io.atmoshub.toolchain.version.VersionWish;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The program on the PATH that is the version meant, for when that can't be installed: it says so itself.
record SameOnPath(Path program, String version) {
    private static final Pattern VERSION = Pattern.compile("(?<![\\w.])v?(\\d+\\.\\d+\\.\\d+[0-9A-Za-z.+-]*)");
    private static final int PATIENCE_SECONDS = 10;
    private static final int LONGEST = 4096;

    /// The ways programs are asked for it.
    private static final List<String> ASKING = List.of("--version", "version");

    static Optional<SameOnPath> find(Toolbox box, String program, String wish) {
        return new Ready(box)
                .onPath(program)
                .flatMap(file -> ASKING.stream()
                        .flatMap(word -> said(file, word).stream())
                        .findFirst()
                        .filter(version -> fits(version, wish))
                        .map(version -> new SameOnPath(file, version)));
    }

    private static boolean fits(String version, String wish) {
        return switch (VersionWish.parse(wish)) {
            case VersionWish.Exact(String exact) -> version.equals(exact.startsWith("v") ? exact.substring(1) : exact);
            case VersionWish.Within bounds -> bounds.accepts(version);
            // Which one that would be, nobody can tell now.
            case VersionWish.Latest() -> false;
        };
    }

    private static Optional<String> said(Path program, String word) {
        try {
            Process process = new ProcessBuilder(program.toString(), word)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .start();
            var ignored = process.onExit()
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .whenComplete((ended, late) -> process.destroyForcibly());
            String text = new String(process.getInputStream().readNBytes(LONGEST), StandardCharsets.UTF_8);
            process.destroyForcibly();
            Matcher version = VERSION.matcher(text);
            return version.find() ? Optional.of(version.group(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
