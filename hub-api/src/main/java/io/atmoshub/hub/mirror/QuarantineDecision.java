package io.atmoshub.hub.mirror;

/// What becomes of a file in quarantine, and why.
public record QuarantineDecision(Choice choice, String reason) {
    public QuarantineDecision {
        reason = Reason.of(reason);
    }

    public enum Choice {
        /// What was pinned stays; what upstream gives now is never given out.
        KEEP,
        /// What upstream gives now is pinned from now on.
        ACCEPT
    }
}
