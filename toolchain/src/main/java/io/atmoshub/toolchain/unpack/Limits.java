package io.atmoshub.toolchain.unpack;

/// How much may come out of an archive: bytes, entries, and how many bytes for each that went in. The ratio counts from
/// `small` bytes on: little files of zeros are no harm.
public record Limits(long bytes, int entries, int ratio, long small) {
    public static final Limits DEFAULT = new Limits(8L << 30, 500_000, 200, 64L << 20);
}
