package io.atmoshub.assistant.model;

/// A model can't answer: what happened, in words for a person, and what they can do.
public final class ModelException extends Exception {
    private final String hint;

    public ModelException(String reason, String hint) {
        super(reason);
        this.hint = hint;
    }

    public ModelException(String reason, String hint, Throwable cause) {
        super(reason, cause);
        this.hint = hint;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public String hint() {
        return hint;
    }
}
