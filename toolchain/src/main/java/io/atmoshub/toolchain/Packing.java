package io.atmoshub.toolchain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How a tool is packed. `RAW` is the program itself.
public enum Packing {
    TAR_GZ("tar.gz", "tgz"),
    TAR_XZ("tar.xz", "txz"),
    TAR_BZ2("tar.bz2", "tbz2", "tbz"),
    TAR_ZST("tar.zst", "tzst"),
    TAR("tar"),
    ZIP("zip"),
    GZ("gz", "gzip"),
    XZ("xz"),
    BZ2("bz2"),
    ZST("zst"),
    RAW("raw");

    private final String first;
    private final String others;

    Packing(String first, String... others) {
        this.first = first;
        this.others = String.join(" ", others);
    }

    private List<String> names() {
        return Stream.concat(Stream.of(first), Stream.of(others.split(" ", -1))).toList();
    }

    /// As registries write it: `tar.gz`, `tgz`, `zip`, `raw`.
    public static Optional<Packing> named(String format) {
        String name = format.isEmpty() ? RAW.first : format.toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(one -> one.names().contains(name)).findFirst();
    }

    /// By the end of a file's name; what ends otherwise is taken for the program itself.
    public static Packing of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(one -> one.names().stream().anyMatch(end -> !end.isEmpty() && name.endsWith("." + end)))
                .filter(one -> one != RAW)
                .findFirst()
                .orElse(RAW);
    }

    /// Whether many files are in it.
    public boolean archive() {
        return switch (this) {
            case TAR_GZ, TAR_XZ, TAR_BZ2, TAR_ZST, TAR, ZIP -> true;
            case GZ, XZ, BZ2, ZST, RAW -> false;
        };
    }

    @Override
    public String toString() {
        return first;
    }
}
