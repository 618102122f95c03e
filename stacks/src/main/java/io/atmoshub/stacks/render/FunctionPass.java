package io.atmoshub.stacks.render;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.project.yaml.YamlNode.Scalar;
import io.atmoshub.project.yaml.YamlNode.Sequence;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Processing;
import io.atmoshub.stacks.Resolved.Unresolved;
import io.atmoshub.stacks.merge.FunctionCall;
import io.atmoshub.stacks.merge.Merge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One walk through a section that runs its functions, and merges what had to wait for them.
final class FunctionPass {
    /// Marks a text that is neither a template nor a function, whatever it looks like.
    static final String LITERAL = "!literal";

    private final FunctionRunner runner;
    private final Component component;
    private final YamlMapping section;
    private final Processing processing;
    private final List<Unresolved> unresolved;

    FunctionPass(
            FunctionRunner runner,
            Component component,
            YamlMapping section,
            Processing processing,
            List<Unresolved> unresolved) {
        this.runner = runner;
        this.component = component;
        this.section = section;
        this.processing = processing;
        this.unresolved = unresolved;
    }

    YamlMapping over(YamlMapping mapping) {
        YamlMapping.Builder changed = null;
        for (YamlMapping.Entry entry : mapping) {
            YamlNode value = node(entry.value());
            if (value != entry.value()) {
                changed = changed == null ? mapping.toBuilder() : changed;
                if (value == null) {
                    changed.remove(entry.key());
                } else {
                    changed.put(entry.key(), entry.place(), value);
                }
            }
        }
        return changed == null ? mapping : changed.build();
    }

    /// Nothing where the value is to be removed.
    private @Nullable YamlNode node(YamlNode node) {
        return switch (node) {
            case Scalar scalar -> scalar(scalar);
            case Sequence sequence when sequence.tag().equals(Merge.LAYERS) -> settled(sequence);
            case Sequence sequence -> sequence(sequence);
            case YamlMapping mapping -> over(mapping);
        };
    }

    private @Nullable YamlNode scalar(Scalar scalar) {
        if (scalar.tag().equals(LITERAL)) {
            return new Scalar(scalar.origin(), "", scalar.text(), scalar.value());
        }
        if (!processing.functions() || !Merge.isFunction(scalar)) {
            return scalar;
        }
        Optional<FunctionCall> call = FunctionCall.of(String.valueOf(scalar.value()));
        if (call.isEmpty() || processing.skipped().contains(call.get().name())) {
            return scalar;
        }
        FunctionRunner.Outcome outcome = runner.run(call.get(), scalar.origin(), component, section);
        return switch (outcome) {
            case FunctionRunner.Value(var value) -> YamlNode.ofJava(scalar.origin(), value);
            case FunctionRunner.Removed() -> null;
            case FunctionRunner.Marked(var reason) -> {
                unresolved.add(new Unresolved(scalar.origin(), call.get().toString(), reason));
                yield scalar;
            }
        };
    }

    private YamlNode settled(Sequence layers) {
        List<YamlNode> values = new ArrayList<>();
        for (YamlNode layer : layers.items()) {
            YamlNode value = node(layer);
            if (value != null) {
                values.add(value);
            }
        }
        return values.isEmpty()
                ? Scalar.of(layers.origin(), null)
                : component.merge().settle(values);
    }

    private YamlNode sequence(Sequence sequence) {
        List<YamlNode> items = new ArrayList<>(sequence.items().size());
        boolean changed = false;
        for (YamlNode item : sequence.items()) {
            YamlNode value = node(item);
            changed |= value != item;
            if (value != null) {
                items.add(value);
            }
        }
        return changed ? new Sequence(sequence.origin(), sequence.tag(), items) : sequence;
    }
}
