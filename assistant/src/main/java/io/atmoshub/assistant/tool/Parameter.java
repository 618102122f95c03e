package io.atmoshub.assistant.tool;

import java.util.Locale;

/// One argument of a tool.
public record Parameter(String name, Type type, boolean required, String description) {
    public enum Type {
        STRING,
        INTEGER,
        BOOLEAN;

        String schemaName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Parameter required(String name, Type type, String description) {
        return new Parameter(name, type, true, description);
    }

    public static Parameter optional(String name, Type type, String description) {
        return new Parameter(name, type, false, description);
    }
}
