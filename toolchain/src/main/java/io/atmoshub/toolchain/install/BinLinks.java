package io.atmoshub.toolchain.install;

import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.WholeFile;
import io.atmoshub.toolchain.fetch.Disk;
import io.atmoshub.toolchain.install.ToolsFolder.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The folder `bin` among the tools: a link for each program of the versions that are meant by default. With it on the
/// PATH, calling a tool costs nothing of ours.
public record BinLinks(ToolsFolder tools) {
    private static final String STAND_IN = "#!/bin/sh\n# Written by atmos toolchain: toolchain.proxies\nexec ";

    public Path folder() {
        return tools.root().resolve(ToolsFolder.BIN);
    }

    public void show(Installed installed) {
        show(installed, Map.of());
    }

    /// Also the commands that stand for one of its programs with words of their own.
    public void show(Installed installed, Map<String, StandIn> standIns) {
        try {
            Files.createDirectories(folder());
            for (Map.Entry<String, Path> program : installed.programs().entrySet()) {
                Path target = folder().relativize(program.getValue());
                if (Platform.current().windows()) {
                    String name = program.getKey().replaceFirst("(?i)\\.(exe|cmd|bat|com)$", "");
                    WholeFile.write(folder().resolve(name + ".cmd"), "@\"%%~dp0%s\" %%*\r\n".formatted(target));
                } else {
                    Path link = folder().resolve(program.getKey());
                    if (!Files.isSymbolicLink(link)
                            || !Files.readSymbolicLink(link).equals(target)) {
                        WholeFile.link(link, target);
                    }
                }
            }
            for (Map.Entry<String, StandIn> one : standIns.entrySet()) {
                Path program = installed.programs().get(one.getValue().tool());
                if (program != null && !Platform.current().windows()) {
                    stand(one.getKey(), program, one.getValue().arguments());
                }
            }
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
    }

    private void stand(String name, Path program, List<String> words) throws IOException {
        String text = STAND_IN + quoted(program.toString())
                + words.stream().map(word -> " " + quoted(word)).collect(Collectors.joining())
                + " \"$@\"\n";
        Path file = folder().resolve(name);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.readString(file).equals(text)) {
            return;
        }
        WholeFile.write(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " can't be made a program");
        }
    }

    private static boolean standsForNothing(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || file.toString().endsWith(".cmd")) {
            return false;
        }
        String text = Files.readString(file);
        int end = text.indexOf('\'', STAND_IN.length() + 1);
        return text.startsWith(STAND_IN)
                && end > 0
                && !Files.exists(Path.of(text.substring(STAND_IN.length() + 1, end)));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /// Takes away links to what is gone.
    public void tidy() {
        if (!Files.isDirectory(folder())) {
            return;
        }
        try (Stream<Path> links = Files.list(folder())) {
            for (Path link : (Iterable<Path>) links::iterator) {
                if (Files.isSymbolicLink(link) && !Files.exists(link)) {
                    Files.deleteIfExists(link);
                } else if (standsForNothing(link)) {
                    Files.deleteIfExists(link);
                } else if (link.toString().endsWith(".cmd") && Files.isRegularFile(link, LinkOption.NOFOLLOW_LINKS)) {
                    String text = Files.readString(link);
                    int end = text.indexOf('"', 2);
                    if (text.startsWith("@\"%~dp0") && !Files.exists(folder().resolve(text.substring(7, end)))) {
                        Files.deleteIfExists(link);
                    }
                }
            }
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
    }
}
