package io.atmoshub.stacks.component;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.merge.ListStrategy;

/// Reads `settings.list_merge_strategy`.
final class ListStrategies {
    private ListStrategies() {}

    static ListStrategy named(String name, YamlMapping settings) {
        YamlNode at = settings.get("list_merge_strategy");
        return ListStrategy.named(name)
                .orElseThrow(() -> new StackException(
                        at == null ? settings.origin() : at.origin(),
                        "There is no way \"%s\" to merge lists.".formatted(name),
                        "Use replace, append or merge."));
    }
}
