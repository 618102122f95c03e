package io.atmoshub.gotemplate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The functions that a template calls, numbered, each with where it is first called.
final class Names {

    /// @param at where it first stands
    record Use(String name, int at) {}

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Use> uses = new java.util.ArrayList<>();

    int numberOf(String name, int at) {
        return numbers.computeIfAbsent(name, fresh -> {
            uses.add(new Use(fresh, at));
            return uses.size() - 1;
        });
    }

    List<Use> list() {
        return List.copyOf(uses);
    }
}
