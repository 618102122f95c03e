package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.fetch.Disk;
import io.atmoshub.toolchain.install.ToolsFolder.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/// `atmos toolchain du`.
@Command(
        name = "du",
        description = "Shows how much room tools and cache take.",
        footer = {"", "Examples:", "  atmos toolchain du", "  atmos toolchain du --json"})
final class DuCommand extends ToolchainAction {
    DuCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    int run(Toolbox box) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (Installed installed : box.tools().all()) {
            sizes.put(installed.toString(), size(installed.folder()));
        }
        long cache = box.cache().size();
        long tools = sizes.values().stream().mapToLong(Long::longValue).sum();
        if (json()) {
            out().json(Map.of("tools", sizes, "total", tools, "cache", cache));
            return Atmos.DONE;
        }
        sizes.forEach((tool, size) -> out().line("%10s  %s".formatted(ScreenProgress.bytes(size), tool)));
        out().line("%10s  all tools".formatted(ScreenProgress.bytes(tools)));
        out().line("%10s  cache in %s"
                .formatted(ScreenProgress.bytes(cache), box.cache().folder()));
        return Atmos.DONE;
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            long sum = 0;
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    sum += Files.size(file);
                }
            }
            return sum;
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
    }
}
