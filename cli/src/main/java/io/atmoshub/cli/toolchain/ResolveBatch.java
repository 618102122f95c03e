package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.aqua.Resolution;
import io.atmoshub.toolchain.aqua.Target;
import io.atmoshub.toolchain.registry.RegistryCatalog;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Answers many lines at once: each comes back with its address, and what has none is told on the side.
final class ResolveBatch {
    private ResolveBatch() {}

    static int answer(Terminal terminal, RegistryCatalog catalog, Path file) {
        int number = 0;
        int failed = 0;
        var answers = new StringBuilder();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    String url = url(catalog, line);
                    answers.append(line).append('\t').append(url).append('\n');
                } catch (ToolchainException e) {
                    failed++;
                    terminal.err().line(Screen.Style.BAD, "%s:%d: %s".formatted(file.getFileName(), number, e.what()));
                }
                if (answers.length() > 1 << 16) {
                    terminal.out().text(answers.toString());
                    answers.setLength(0);
                }
            }
        } catch (IOException e) {
            throw new ToolchainException("%s can't be read.".formatted(file), "Check the file's name.", e);
        }
        terminal.out().text(answers.toString());
        return failed == 0 ? Atmos.DONE : Atmos.FAILED;
    }

    private static String url(RegistryCatalog catalog, String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length < 4) {
            throw new ToolchainException(
                    "This line has %d cells.".formatted(cells.length), "Package, version, os and arch, apart by tabs.");
        }
        return switch (catalog.answerForTag(cells[0], cells[1], Target.of(new Platform(cells[2], cells[3])))
                .resolution()) {
            case Resolution.Asset asset -> asset.url();
            case Resolution.Compiled compiled ->
                throw new ToolchainException(
                        "%s %s has to be compiled with %s.".formatted(cells[0], cells[1], compiled.compiler()), "");
            case Resolution.Unavailable unavailable ->
                throw new ToolchainException("%s %s: %s.".formatted(cells[0], cells[1], unavailable.reason()), "");
        };
    }
}
