package io.atmoshub.hub.policy;

/// The organisation's policy as one revision has it.
public record PolicyDocument(PolicyRevision revision, String text) {
    public static final PolicyDocument NONE = new PolicyDocument(PolicyRevision.NONE, "");
}
