package io.atmoshub.stacks.merge;

import java.util.Locale;
import java.util.Optional;

/// What happens to a list that is set twice: the later one replaces it, is appended, or goes over it item by item.
public enum ListStrategy {
    REPLACE,
    APPEND,
    MERGE;

    public static Optional<ListStrategy> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "replace" -> Optional.of(REPLACE);
            case "append" -> Optional.of(APPEND);
            case "merge" -> Optional.of(MERGE);
            default -> Optional.empty();
        };
    }
}
