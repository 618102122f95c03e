package io.atmoshub.hub.audit;

/// What a check of the audit log found.
public sealed interface AuditVerdict {
    /// Every link and every signature holds, from entry `first` on: 1, unless the ones before it were dropped.
    /// The entries up to `signedTo` are vouched for by a checkpoint; later ones are only linked yet.
    record Intact(long entries, long first, long signedTo) implements AuditVerdict {}

    /// The first place where the log is not what it was.
    record Broken(long seq, String why) implements AuditVerdict {}

    /// The log ends at `lastSeq`, but a checkpoint vouches for entries up to `signedTo`.
    record Cut(long lastSeq, long signedTo) implements AuditVerdict {}
}
