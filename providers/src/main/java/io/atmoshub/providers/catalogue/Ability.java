package io.atmoshub.providers.catalogue;

import java.util.Optional;
import java.util.stream.Stream;

/// What a model can do beside writing.
public enum Ability {
    TOOLS("tool_use"),
    VISION("vision"),
    CACHING("prompt_caching"),
    THINKING("thinking");

    private final String id;

    Ability(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /// As catalogues write it; there may be abilities that are not known here.
    static Optional<Ability> of(String id) {
        return Stream.of(values()).filter(ability -> ability.id.equals(id)).findFirst();
    }
}
