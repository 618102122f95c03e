package io.atmoshub.mirror;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a file can't be had: what happened, and what to do about it.
public final class MirrorException extends RuntimeException {
    /// Who would have to act: the caller, an admin, an operator, or time. Each with its HTTP status.
    public enum Kind {
        /// This hub does not fetch that.
        REFUSED(403),
        /// Upstream has no such thing, or does not show it to us.
        MISSING(404),
        /// Upstream can't be reached, breaks off or answers nonsense.
        UNREACHABLE(502),
        /// Upstream asks for patience.
        BUSY(503),
        /// It is not what its publisher says that it is.
        FORGED(502),
        /// Upstream gives something else than at first.
        CHANGED(409),
        /// The policy does not allow it.
        NOT_ALLOWED(403),
        /// An admin recalled it.
        BLOCKED(403),
        /// It can't be stored here.
        STORAGE(507);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String what;
    private final String hint;
    private final @Nullable Duration after;

    public MirrorException(Kind kind, String what, String hint) {
        this(kind, what, hint, null, null);
    }

    public MirrorException(Kind kind, String what, String hint, @Nullable Duration after, @Nullable Throwable cause) {
        super(what + " " + hint, cause);
        this.kind = kind;
        this.what = what;
        this.hint = hint;
        this.after = after;
    }

    /// The same once more, for somebody else who waits for it.
    public MirrorException again() {
        return new MirrorException(kind, what, hint, after, this);
    }

    public Kind kind() {
        return kind;
    }

    public String what() {
        return what;
    }

    public String hint() {
        return hint;
    }

    /// When it is worth asking again, where upstream said so.
    public Optional<Duration> after() {
        return Optional.ofNullable(after);
    }
}
