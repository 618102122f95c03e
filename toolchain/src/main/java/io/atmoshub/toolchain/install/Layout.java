package io.atmoshub.toolchain.install;

import io.atmoshub.toolchain.Installable;
import io.atmoshub.toolchain.Installable.Program;
import io.atmoshub.toolchain.ToolchainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts what came out of an archive where people look for it: the programs directly in the version's folder. A program
/// that lies deeper gets a link there, for many look for their other files beside where they really are.
final class Layout {
    private static final String PACKAGE = ".package";

    private Layout() {}

    /// From `unpacked` to `version`, both on the same file system. Answers with where each program really is.
    static Map<String, String> arrange(Installable tool, Path unpacked, Path version) throws IOException {
        Map<Program, Path> found = new LinkedHashMap<>();
        for (Program program : tool.programs()) {
            found.put(program, find(tool, program, unpacked));
        }
        Set<String> names = tool.programs().stream().map(Program::name).collect(Collectors.toSet());
        String content = names(unpacked).stream()
                        .anyMatch(name -> name.equals(InstallRecord.FILE)
                                || (names.contains(name) && !lies(name, found, unpacked)))
                ? PACKAGE
                : "";
        Files.createDirectories(version);
        Path home = content.isEmpty() ? version : Files.createDirectory(version.resolve(content));
        for (String name : names(unpacked)) {
            Files.move(unpacked.resolve(name), home.resolve(name));
        }
        var programs = new TreeMap<String, String>();
        for (Map.Entry<Program, Path> one : found.entrySet()) {
            Path real = home.resolve(unpacked.relativize(one.getValue()).toString());
            runnable(real);
            String name = name(tool, one.getKey(), real);
            Path shown = version.resolve(name);
            if (!shown.equals(real)) {
                show(version, shown, real);
            }
            programs.put(name, version.relativize(real).toString().replace('\\', '/'));
        }
        return programs;
    }

    private static boolean lies(String name, Map<Program, Path> found, Path unpacked) {
        return found.entrySet().stream()
                .anyMatch(one ->
                        one.getKey().name().equals(name) && one.getValue().equals(unpacked.resolve(name)));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Path find(Installable tool, Program program, Path unpacked) {
        for (String end : tool.platform().windows() ? List.of("", ".exe") : List.of("")) {
            Path file = unpacked.resolve(program.source() + end).normalize();
            if (file.startsWith(unpacked) && Files.isRegularFile(file)) {
                return file;
            }
        }
        throw new ToolchainException(
                "%s is not in the archive of %s. Nothing was installed.%n  There is: %s"
                        .formatted(program.source(), tool, some(unpacked)),
                "The registry describes another layout; check the tool's definition (files: src).");
    }

    private static String some(Path unpacked) {
        try (Stream<Path> all = Files.walk(unpacked)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .limit(10)
                    .map(file -> unpacked.relativize(file).toString())
                    .sorted()
                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            return "?";
        }
    }

    private static String name(Installable tool, Program program, Path real) {
        boolean exe = tool.platform().windows() && real.toString().endsWith(".exe");
        return exe && !program.name().endsWith(".exe") ? program.name() + ".exe" : program.name();
    }

    private static void show(Path version, Path shown, Path real) throws IOException {
        try {
            Files.createSymbolicLink(shown, version.relativize(real));
        } catch (UnsupportedOperationException e) {
            Files.createLink(shown, real);
        }
    }

    private static void runnable(Path file) throws IOException {
        try {
            Set<PosixFilePermission> modes = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            modes.addAll(Arrays.asList(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE,
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.OTHERS_READ));
            Files.setPosixFilePermissions(file, modes);
        } catch (UnsupportedOperationException e) {
            // Windows goes by the name.
        }
    }
}
