package io.atmoshub.providers;

/// A key that never shows: not in a log, not in an error, not in a debugger's line.
public record Secret(String value) {
    public Secret {
        value = value.strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("A key that is given is not empty.");
        }
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
