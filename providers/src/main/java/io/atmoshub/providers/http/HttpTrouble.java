package io.atmoshub.providers.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A request that did not come to its end, and why.
public final class HttpTrouble extends RuntimeException {
    private final What what;

    public sealed interface What {
        /// The provider said no, at once or, with status 200, in the midst of its answer.
        record Refused(int status, String body, @Nullable Duration retryAfter) implements What {}

        record Unreachable(String address, String reason) implements What {}

        /// The stream ended before the answer did.
        record BrokeOff() implements What {}

        record Silent(Duration time) implements What {}

        record TookTooLong(Duration time) implements What {}

        /// Somebody wanted it to stop.
        record Stopped() implements What {}
    }

    public HttpTrouble(What what) {
        super(what.toString());
        this.what = what;
    }

    public HttpTrouble(What what, Throwable cause) {
        super(what.toString(), cause);
        this.what = what;
    }

    public What what() {
        return what;
    }
}
