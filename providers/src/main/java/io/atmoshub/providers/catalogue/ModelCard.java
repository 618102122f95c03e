package io.atmoshub.providers.catalogue;

import io.atmoshub.providers.Provider;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A model of a provider: how many tokens it can look at and write, what it can do, what it costs where that is
/// known, and the kinds of question it is good for.
public record ModelCard(
        Provider provider,
        String id,
        String name,
        int contextWindow,
        int maxOutput,
        Set<Ability> abilities,
        @Nullable Price price,
        List<String> useFor) {
    public ModelCard {
        abilities = Set.copyOf(abilities);
        useFor = List.copyOf(useFor);
        if (contextWindow < 1 || maxOutput < 1) {
            throw new IllegalArgumentException(
                    "%s has room for %d and %d tokens".formatted(id, contextWindow, maxOutput));
        }
    }
}
