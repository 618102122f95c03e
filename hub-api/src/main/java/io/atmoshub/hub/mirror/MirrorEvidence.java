package io.atmoshub.hub.mirror;

/// A document that vouches for a file, kept as it was read from `source`; `stands` when what was kept still says it.
public record MirrorEvidence(Verification kind, String said, String source, boolean stands) {}
