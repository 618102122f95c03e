package io.atmoshub.toolchain.aqua;

import java.util.List;

/// What Aqua reads from the end of a file's name, and what it puts there.
final class FileNames {
    /// Longer ones first: `tar.gz` is not `gz`.
    private static final List<String> FORMATS = List.of(
            "tar.br", "tar.bz2", "tar.gz", "tar.lz4", "tar.sz", "tar.xz", "tbr", "tbz", "tbz2", "tgz", "tlz4", "tsz",
            "txz", "tar.zst", "zip", "gz", "bz2", "lz4", "sz", "xz", "zst", "dmg", "pkg", "rar", "tar");

    private FileNames() {}

    /// The format that a name shows, or `raw`.
    static String format(String name) {
        return FORMATS.stream()
                .filter(format -> name.endsWith("." + format))
                .findFirst()
                .orElse("raw");
    }

    static String withoutFormat(String name) {
        String format = format(name);
        return format.equals("raw") ? name : name.substring(0, name.length() - format.length() - 1);
    }

    static String appendFormat(String name, String format) {
        boolean known = !format(name).equals("raw");
        return known || format.isEmpty() || format.equals("raw") || name.endsWith("." + format)
                ? name
                : name + "." + format;
    }

    /// The part behind the last dot, once the version with its dots is out of the way.
    static String ending(String name, String version) {
        String number = version.startsWith("v") ? version.substring(1) : version;
        return ending(number.isEmpty() ? name : name.replace(number, ""));
    }

    static String ending(String path) {
        String name = base(path);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }

    static String base(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    /// The file is the program itself.
    static boolean raw(String format, String name) {
        return format.equals("raw")
                || (format.isEmpty() && List.of("", ".exe", ".jar").contains(ending(name)));
    }
}
