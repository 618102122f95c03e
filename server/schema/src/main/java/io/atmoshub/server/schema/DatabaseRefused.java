package io.atmoshub.server.schema;

/// The database can't serve this build. The message is one line: what is wrong, where, and what to do.
public final class DatabaseRefused extends RuntimeException {
    public DatabaseRefused(String message, Throwable cause) {
        super(message, cause);
    }

    public DatabaseRefused(String message) {
        super(message);
    }
}
