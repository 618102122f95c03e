package io.atmoshub.hub.session;

import org.jspecify.annotations.Nullable;

/// A person's answer to {@link Happening.ApprovalAsked}, bound to the fingerprint that was shown.
public record Answer(
        CallId call,
        String fingerprint,
        Choice choice,
        @Nullable String reason) {}
