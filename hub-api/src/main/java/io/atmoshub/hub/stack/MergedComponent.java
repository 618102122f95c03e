package io.atmoshub.hub.stack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A component in a stack with everything merged.
///
/// @param folder of its code
/// @param manifest the stack's file
/// @param inherits components of the same stack, the nearest first
/// @param values from the section down, in the order in which Atmos shows them
/// @param more how many values were left out at the end
/// @param imports of the manifest, directly and further on
/// @param trouble why this is not how the component is now, or not all of it
public record MergedComponent(
        ComponentRef component,
        String folder,
        String manifest,
        boolean inheritOnly,
        boolean enabled,
        List<String> inherits,
        List<ComponentValue> values,
        int more,
        List<Import> imports,
        @Nullable Finding trouble) {
    public MergedComponent {
        inherits = List.copyOf(inherits);
        values = List.copyOf(values);
        imports = List.copyOf(imports);
    }
}
