package io.atmoshub.project.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What kind of value something is.
final class Kinds {
    private Kinds() {}

    /// As yq names it.
    static String tag(@Nullable Object in) {
        return switch (in) {
            case null -> "!!null";
            case Map<?, ?> map -> "!!map";
            case List<?> list -> "!!seq";
            case String text -> "!!str";
            case Boolean flag -> "!!bool";
            case Double number -> "!!float";
            case Object other -> "!!int";
        };
    }

    /// A kind of value in words.
    static String type(@Nullable Object in) {
        return switch (in) {
            case null -> "null";
            case Map<?, ?> map -> "a map";
            case List<?> list -> "a list";
            case String text -> "the text \"%s\"".formatted(text.length() > 40 ? text.substring(0, 40) + "…" : text);
            case Object other -> "the value " + other;
        };
    }
}
