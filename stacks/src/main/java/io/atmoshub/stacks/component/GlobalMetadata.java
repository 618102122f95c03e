package io.atmoshub.stacks.component;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.Spelling;
import io.atmoshub.stacks.StackException;

/// The `metadata` of a whole stack, which may set only what makes sense for every component.
final class GlobalMetadata {
    private GlobalMetadata() {}

    static YamlMapping of(YamlMapping stack) {
        YamlMapping metadata = Sections.mapping(stack, "metadata");
        for (YamlMapping.Entry entry : metadata) {
            if (!MergedSections.GLOBAL_METADATA.contains(entry.key())) {
                throw new StackException(
                        entry.place(),
                        "\"metadata.%s\" can't be set for a whole stack.".formatted(entry.key()),
                        Spelling.suggestion(entry.key(), MergedSections.GLOBAL_METADATA)
                                + "Set it in the components; a stack may set "
                                + String.join(
                                        ", ",
                                        MergedSections.GLOBAL_METADATA.stream()
                                                .sorted()
                                                .toList())
                                + ".");
            }
        }
        return metadata;
    }
}
