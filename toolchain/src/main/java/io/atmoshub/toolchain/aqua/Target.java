package io.atmoshub.toolchain.aqua;

import io.atmoshub.toolchain.Platform;
import java.nio.file.Files;
import java.nio.file.Path;

/// The machine that a package is for.
///
/// @param libc `glibc`, `musl`, or nothing where that means nothing
public record Target(Platform platform, String libc) {
    private static final Path ALPINE = Path.of("/etc/alpine-release");

    /// That platform with its usual C library.
    public static Target of(Platform platform) {
        return new Target(platform, platform.os().equals("linux") ? "glibc" : "");
    }

    public static Target current() {
        Platform platform = Platform.current();
        return platform.os().equals("linux") && Files.exists(ALPINE) ? new Target(platform, "musl") : of(platform);
    }

    /// Of properties that this program doesn't know, no machine has any.
    boolean has(RuntimeOverride.Variant variant) {
        return variant.key().equals("libc") && variant.value().equals(libc);
    }
}
