package io.atmoshub.cli.door;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What this command is on this machine, so that nothing is ever handed over to ourselves.
///
/// @param files that start it
public record Self(List<Path> files) {
    /// Stands in every launcher of ours, of this version or another.
    private static final String MARK = "io.atmoshub.cli.Atmos";

    /// A launcher is a small script; an Atmos is a program of many megabytes.
    private static final int LONGEST_LAUNCHER = 64 * 1024;

    public Self {
        files = List.copyOf(files);
    }

    public static Self ofThisProcess() {
        String jars = System.getProperty("java.class.path", "");
        Path first = Path.of(jars.split(File.pathSeparator)[0]).toAbsolutePath();
        Path java = Path.of(System.getProperty("java.home", ""), "bin", "java");
        Path library = first.getParent();
        Path home = library == null ? null : library.getParent();
        return new Self(
                Stream.of(java, home == null ? java : home.resolve("bin").resolve("atmos"))
                        .filter(Files::exists)
                        .distinct()
                        .toList());
    }

    /// Also by a link of any kind, and as a copy.
    boolean is(Path program) {
        return files.stream().anyMatch(own -> same(own, program)) || launcher(program);
    }

    private static boolean same(Path own, Path program) {
        try {
            return Files.isSameFile(own, program);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean launcher(Path program) {
        return script(program).contains(MARK);
    }

    /// The text of a script, and nothing of any other program.
    static String script(Path program) {
        try (InputStream in = Files.newInputStream(program)) {
            byte[] head = in.readNBytes(2);
            if (head.length < 2 || head[0] != '#' || head[1] != '!') {
                return "";
            }
            return "#!" + new String(in.readNBytes(LONGEST_LAUNCHER), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
