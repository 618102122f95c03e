package io.atmoshub.server.launcher;

/// Why the hub does not start, in one line: what is wrong, where, and what to do.
public final class CannotStart extends RuntimeException {
    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
