package io.atmoshub.toolchain.aqua;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a package's files come from.
public enum PackageType {
    GITHUB_RELEASE,
    GITHUB_CONTENT,
    GITHUB_ARCHIVE,
    HTTP,
    GO_INSTALL,
    GO_BUILD,
    CARGO;

    public static Optional<PackageType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.toString().equals(name))
                .findAny();
    }

    /// Its files are made on this machine.
    public boolean compiled() {
        return switch (this) {
            case GO_INSTALL, GO_BUILD, CARGO -> true;
            case GITHUB_RELEASE, GITHUB_CONTENT, GITHUB_ARCHIVE, HTTP -> false;
        };
    }

    /// As registries write it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
