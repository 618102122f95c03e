package io.atmoshub.hub.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A model that a session may choose. How many tokens it can look at and write is 0 where nobody told, and so is the
/// price missing; `abilities` are words such as `tool_use` and `vision`.
public record ModelOffer(
        ModelRef ref,
        String name,
        String provider,
        int contextWindow,
        int maxOutput,
        List<String> abilities,
        @Nullable ModelPrice price) {
    public static final ModelOffer BUILT_IN =
            new ModelOffer(ModelRef.BUILT_IN, "Built-in assistant", "Atmos Hub", 0, 0, List.of("tool_use"), null);

    public ModelOffer {
        abilities = List.copyOf(abilities);
    }
}
