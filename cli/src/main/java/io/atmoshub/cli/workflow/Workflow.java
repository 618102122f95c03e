package io.atmoshub.cli.workflow;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Steps that are run one after another, as a workflow file describes them.
record Workflow(
        Origin origin,
        String name,
        String description,
        Optional<String> stack,
        Optional<String> workingFolder,
        Map<String, String> environment,
        List<Step> steps) {
    static Workflow of(String name, YamlMapping written) {
        var steps = new ArrayList<Step>();
        if (written.get("steps") instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                steps.add(Step.of(item, steps.size() + 1));
            }
        }
        return new Workflow(
                written.origin(),
                name,
                text(written, "description").orElse("").strip(),
                text(written, "stack"),
                text(written, "working_directory"),
                texts(written.get("env")),
                List.copyOf(steps));
    }

    static Optional<String> text(YamlMapping mapping, String key) {
        return mapping.get(key) instanceof YamlNode.Scalar scalar && scalar.value() != null
                ? Optional.of(scalar.text()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /// A map of texts, as `env` has it.
    static Map<String, String> texts(@Nullable YamlNode node) {
        var texts = new LinkedHashMap<String, String>();
        if (node instanceof YamlMapping mapping) {
            mapping.forEach(entry -> {
                if (entry.value() instanceof YamlNode.Scalar scalar) {
                    texts.put(entry.key(), scalar.value() == null ? "" : scalar.text());
                }
            });
        }
        return texts;
    }
}
