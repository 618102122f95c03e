package io.atmoshub.assistant.permission;

import java.util.Locale;

/// What a rule says about a call, mildest first: a stricter one beats a milder one.
public enum Verb {
    ALLOW,
    PROMPT,
    DENY;

    /// As it stands in a document.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
