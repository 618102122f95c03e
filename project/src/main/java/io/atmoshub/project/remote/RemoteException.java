package io.atmoshub.project.remote;

/// What lies elsewhere can't be had: why, and a way out.
public final class RemoteException extends RuntimeException {
    /// Whether nothing is there, or it may not or can't be reached.
    public enum Kind {
        MISSING,
        REFUSED,
        UNREACHABLE
    }

    private final Kind kind;
    private final String problem;
    private final String hint;

    public RemoteException(Kind kind, String problem, String hint) {
        super(problem + " " + hint);
        this.kind = kind;
        this.problem = problem;
        this.hint = hint;
    }

    RemoteException(Kind kind, String problem, String hint, Throwable cause) {
        this(kind, problem, hint);
        initCause(cause);
    }

    public Kind kind() {
        return kind;
    }

    public String problem() {
        return problem;
    }

    public String hint() {
        return hint;
    }
}
