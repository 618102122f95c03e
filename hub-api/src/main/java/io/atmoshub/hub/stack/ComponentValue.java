package io.atmoshub.hub.stack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value of a component, and who set it. Mappings and lists come before what is in them.
///
/// @param path keys from the section down; in a list, the place counted from 0
/// @param text nothing for mappings and lists
/// @param at where it stands; nothing for what is computed
/// @param layers every place that sets it, the strongest last; for what is in a list, those that set the list
/// @param unresolved why it stays as it is written, if it does
public record ComponentValue(
        List<String> path,
        Kind kind,
        String text,
        @Nullable Place at,
        List<ValueLayer> layers,
        @Nullable String unresolved) {
    public enum Kind {
        MAPPING,
        LIST,
        TEXT,
        NUMBER,
        BOOLEAN,
        NOTHING
    }

    public ComponentValue {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a value without a path");
        }
        path = List.copyOf(path);
        layers = List.copyOf(layers);
    }
}
