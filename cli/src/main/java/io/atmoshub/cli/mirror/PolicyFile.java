package io.atmoshub.cli.mirror;

import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A policy that stands in a file.
final class PolicyFile {
    private PolicyFile() {}

    static String text(Terminal terminal, Path file) {
        try {
            return Files.readString(terminal.folder().resolve(file));
        } catch (IOException e) {
            throw new HubException(
                    ErrorCode.NOT_FOUND,
                    "%s can't be read.".formatted(file),
                    "Name a file with a policy, in YAML and UTF-8.",
                    e);
        }
    }
}
