package io.atmoshub.toolchain;

import org.jspecify.annotations.Nullable;

/// Something a person can act on: what happened, and what to do about it.
public final class ToolchainException extends RuntimeException {
    private final String hint;

    public ToolchainException(String what, String hint) {
        this(what, hint, null);
    }

    public ToolchainException(String what, String hint, @Nullable Throwable cause) {
        super(what, cause);
        this.hint = hint;
    }

    public String what() {
        return String.valueOf(getMessage());
    }

    public String hint() {
        return hint;
    }
}
