package io.atmoshub.stacks.manifest;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.project.yaml.YamlNode.Scalar;
import io.atmoshub.project.yaml.YamlNode.Sequence;
import io.atmoshub.stacks.StackException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Renders the templates in a section of a file. One that can't be rendered yet leaves the whole section as it is.
record SectionTemplates(String shown, Map<String, @Nullable Object> data, Rendering rendering) {
    YamlMapping rendered(YamlMapping section) {
        try {
            return node(section) instanceof YamlMapping mapping ? mapping : section;
        } catch (StackException e) {
            return section;
        }
    }

    private YamlNode node(YamlNode node) {
        return switch (node) {
            case Scalar scalar ->
                scalar.value() instanceof String text
                                && text.contains("{{")
                                && scalar.tag().isEmpty()
                        ? Scalar.of(scalar.origin(), rendering.render(shown, text, data, true))
                        : scalar;
            case Sequence sequence ->
                new Sequence(
                        sequence.origin(),
                        sequence.tag(),
                        sequence.items().stream().map(this::node).toList());
            case YamlMapping mapping -> {
                YamlMapping.Builder builder = mapping.toBuilder();
                mapping.forEach(entry -> builder.put(entry.key(), entry.place(), node(entry.value())));
                yield builder.build();
            }
        };
    }
}
