package io.atmoshub.toolchain.install;

import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.WholeFile;
import io.atmoshub.toolchain.fetch.Disk;
import io.atmoshub.toolchain.install.ToolsFolder.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/// The folder `bin` among the tools: a link for each program of the versions that are meant by default. With it on the
/// PATH, calling a tool costs nothing of ours.
public record BinLinks(ToolsFolder tools) {
    public Path folder() {
        return tools.root().resolve(ToolsFolder.BIN);
    }

    public void show(Installed installed) {
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
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
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
