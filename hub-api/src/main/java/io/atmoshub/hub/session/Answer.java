package io.atmoshub.hub.session;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import org.jspecify.annotations.Nullable;

/// A person's answer to {@link Happening.ApprovalAsked}, bound to the fingerprint that was shown.
public record Answer(
        CallId call,
        String fingerprint,
        Choice choice,
        @Nullable String reason) {
    private static final int LONGEST_REASON = 1_000;

    public Answer {
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new HubException(
                    ErrorCode.TOO_LARGE,
                    "A reason has at most %,d characters; this one has %,d.".formatted(LONGEST_REASON, reason.length()),
                    "Say it shorter, or as a message.");
        }
    }
}
