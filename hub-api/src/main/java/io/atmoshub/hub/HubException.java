package io.atmoshub.hub;

/// A refusal that the caller can act on: what happened and where (the message), and what to do (the hint).
public final class HubException extends RuntimeException {
    private final ErrorCode code;
    private final String hint;

    public HubException(ErrorCode code, String message, String hint) {
        super(message);
        this.code = code;
        this.hint = hint;
    }

    public HubException(ErrorCode code, String message, String hint, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
    }

    public ErrorCode code() {
        return code;
    }

    public String hint() {
        return hint;
    }

    /// The message as callers know it: never null, unlike {@link #getMessage()}.
    public String what() {
        return String.valueOf(getMessage());
    }
}
