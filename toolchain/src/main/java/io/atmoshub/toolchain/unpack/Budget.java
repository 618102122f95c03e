package io.atmoshub.toolchain.unpack;

/// Counts what comes out of an archive, and ends it when that is too much.
final class Budget {
    private final Limits limits;
    private final long packed;
    private long bytes;
    private int entries;

    Budget(Limits limits, long packed) {
        this.limits = limits;
        this.packed = Math.max(packed, 1);
    }

    void entry() {
        if (++entries > limits.entries()) {
            throw Hostile.size("it has more than %,d entries".formatted(limits.entries()));
        }
    }

    void bytes(long more) {
        bytes += more;
        if (bytes > limits.bytes()) {
            throw Hostile.size("more than %,d bytes come out of it".formatted(limits.bytes()));
        }
        if (bytes > limits.small() && bytes / packed >= limits.ratio()) {
            throw Hostile.size("it grows to more than %d times its size".formatted(limits.ratio()));
        }
    }
}
