package io.atmoshub.toolchain.pin;

import java.nio.file.Path;
import java.util.List;

/// A tool's line in a versions file: what it is called there, and its versions, the default first.
public record Pin(String name, List<String> versions, Path file) {
    public Pin {
        versions = List.copyOf(versions);
    }

    /// The default.
    public String version() {
        return versions.getFirst();
    }
}
