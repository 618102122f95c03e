package io.atmoshub.assistant.memory;

/// The project memory can't be read or changed as asked: what is wrong, and what to do.
public final class MemoryException extends RuntimeException {
    private final String what;
    private final String hint;

    public MemoryException(String what, String hint) {
        super(what + " " + hint);
        this.what = what;
        this.hint = hint;
    }

    public String what() {
        return what;
    }

    public String hint() {
        return hint;
    }
}
