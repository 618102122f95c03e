package io.atmoshub.toolchain;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// An operating system and a processor, in Go's words, as registries and lock files have them: `linux`, `amd64`.
public record Platform(String os, String arch) {
    private static final Pattern WORD = Pattern.compile("[a-z0-9_]+");

    public Platform {
        if (!WORD.matcher(os).matches() || !WORD.matcher(arch).matches()) {
            throw new ToolchainException(
                    "\"%s/%s\" is no platform.".formatted(os, arch), "Platforms look like linux/amd64.");
        }
    }

    /// As `linux/amd64` or `linux_amd64`.
    public static Platform of(String text) {
        List<String> parts = List.of(text.split("[/_]", 2));
        return new Platform(parts.getFirst(), parts.size() == 2 ? parts.getLast() : "?");
    }

    public static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Platform of(String osName, String osArch) {
        String name = osName.toLowerCase(Locale.ROOT);
        String os = name.startsWith("mac")
                ? "darwin"
                : name.startsWith("windows") ? "windows" : name.replaceAll("[^a-z0-9]", "");
        String arch =
                switch (osArch.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "amd64";
                    case "aarch64", "arm64" -> "arm64";
                    case "x86", "i386", "i686" -> "386";
                    case String other -> other.replaceAll("[^a-z0-9_]", "");
                };
        return new Platform(os, arch);
    }

    public boolean windows() {
        return os.equals("windows");
    }

    /// As lock files write it.
    @Override
    public String toString() {
        return os + "_" + arch;
    }
}
