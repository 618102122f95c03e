package io.atmoshub.assistant.permission;

/// What a rule says about a call, mildest first: a stricter one beats a milder one.
public enum Verb {
    ALLOW,
    PROMPT,
    DENY
}
