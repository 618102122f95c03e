package io.atmoshub.assistant.permission;

import java.util.Locale;

/// By which facts of a call a rule can be narrowed, besides its arguments.
public enum Narrowing {
    ENVIRONMENTS,
    STACKS,
    COMPONENTS,
    PATHS,
    PEOPLE,
    ROLES,
    AGENTS;

    /// Its key in a document.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
