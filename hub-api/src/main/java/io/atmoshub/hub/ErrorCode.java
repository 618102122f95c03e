package io.atmoshub.hub;

/// Why a hub refused. The HTTP status stands beside the code, so both sides of the wire agree.
public enum ErrorCode {
    INVALID_INPUT(400),
    NOT_SIGNED_IN(401),
    NOT_ALLOWED(403),
    /// Also for what exists but is not the caller's to know of.
    NOT_FOUND(404),
    /// Somebody else was faster, or the name is taken.
    CONFLICT(409),
    TOO_LARGE(413),
    TOO_MANY_ATTEMPTS(429),
    /// A bug of ours; the hint carries the reference that the log has.
    BROKEN(500),
    /// The hub is starting, stopping or can't be reached.
    UNAVAILABLE(503);

    private final int httpStatus;

    ErrorCode(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    public int httpStatus() {
        return httpStatus;
    }
}
