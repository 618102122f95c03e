package io.atmoshub.toolchain.verify;

/// A check that a download has passed: `kind` is `sha256`, `GPG` and the like, `by` says against what. A weak one tells
/// accidents, not attackers.
public record Check(String kind, String by, boolean weak) {
    public Check(String kind, String by) {
        this(kind, by, false);
    }

    @Override
    public String toString() {
        return kind + " " + by + (weak ? " (weak)" : "");
    }
}
