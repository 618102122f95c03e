package io.atmoshub.stacks.render;

import io.atmoshub.gotemplate.Functions;
import io.atmoshub.gotemplate.Options;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.project.yaml.YamlNode.Scalar;
import io.atmoshub.project.yaml.YamlNode.Sequence;
import io.atmoshub.project.yaml.YamlWriter;
import io.atmoshub.stacks.Resolved.Unresolved;
import io.atmoshub.stacks.StackException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Renders the templates in a component's section.
///
/// Atmos writes the section as one YAML text, renders that, and reads it again; what a template gives can so become a
/// number, or several lines. Here each value is treated like that by itself, which gives the same and keeps the places
/// of all others. Only a template that reaches beyond its value has the whole section rendered at once.
final class ComponentTemplates {
    private final Templates templates;
    private final Options options;
    private final Functions functions;
    private final Map<String, @Nullable Object> data;
    private final List<Unresolved> unresolved;

    ComponentTemplates(
            Templates templates,
            Options options,
            Functions functions,
            Map<String, @Nullable Object> data,
            List<Unresolved> unresolved) {
        this.templates = templates;
        this.options = options;
        this.functions = functions;
        this.data = data;
        this.unresolved = unresolved;
    }

    /// Values can't be rendered one by one; if they can't be rendered together either, this is why.
    private static final class NotAlone extends RuntimeException {
        private final transient @Nullable StackException failure;

        NotAlone(@Nullable StackException failure) {
            super(null, failure, false, false);
            this.failure = failure;
        }
    }

    static boolean isAnyIn(YamlNode node, String open) {
        return switch (node) {
            case Scalar scalar -> isTemplate(scalar, open);
            case Sequence sequence -> {
                for (YamlNode item : sequence.items()) {
                    if (isAnyIn(item, open)) {
                        yield true;
                    }
                }
                yield false;
            }
            case YamlMapping mapping -> {
                for (YamlMapping.Entry entry : mapping) {
                    if (isAnyIn(entry.value(), open) || entry.key().contains(open)) {
                        yield true;
                    }
                }
                yield false;
            }
        };
    }

    private static boolean isTemplate(Scalar scalar, String open) {
        return scalar.value() instanceof String text
                && text.contains(open)
                && scalar.tag().isEmpty();
    }

    YamlMapping rendered(YamlMapping section) {
        try {
            return mapping(section);
        } catch (NotAlone e) {
            try {
                return whole(section);
            } catch (StackException together) {
                throw e.failure == null ? together : e.failure;
            }
        }
    }

    private YamlNode node(YamlNode node) {
        return switch (node) {
            case Scalar scalar -> isTemplate(scalar, options.open()) ? scalar(scalar) : scalar;
            case Sequence sequence -> sequence(sequence);
            case YamlMapping mapping -> mapping(mapping);
        };
    }

    private YamlNode sequence(Sequence sequence) {
        List<YamlNode> items = new ArrayList<>(sequence.items().size());
        boolean changed = false;
        for (YamlNode item : sequence.items()) {
            YamlNode rendered = node(item);
            changed |= rendered != item;
            items.add(rendered);
        }
        return changed ? new Sequence(sequence.origin(), sequence.tag(), items) : sequence;
    }

    private YamlMapping mapping(YamlMapping mapping) {
        YamlMapping.Builder changed = null;
        for (YamlMapping.Entry entry : mapping) {
            if (entry.key().contains(options.open())) {
                throw new NotAlone(null);
            }
            YamlNode rendered = node(entry.value());
            if (rendered != entry.value()) {
                changed = changed == null ? mapping.toBuilder() : changed;
                changed.put(entry.key(), entry.place(), rendered);
            }
        }
        return changed == null ? mapping : changed.build();
    }

    private YamlNode scalar(Scalar scalar) {
        String written = "k: " + YamlWriter.scalar(scalar.value(), 0) + "\n";
        String rendered;
        try {
            rendered = templates.render(scalar.origin().file(), written, data, options, functions);
        } catch (StackException e) {
            if (Templates.isRefused(e)) {
                unresolved.add(new Unresolved(scalar.origin(), String.valueOf(scalar.value()), e.problem()));
                return new Scalar(scalar.origin(), FunctionPass.LITERAL, scalar.text(), scalar.value());
            }
            StackException failure = new StackException(scalar.origin(), e.problem(), e.hint(), e);
            throw Templates.isSyntax(e) ? new NotAlone(failure) : failure;
        }
        YamlNode read;
        try {
            read = Yaml.parse("rendered", rendered);
        } catch (YamlException e) {
            throw new NotAlone(null);
        }
        if (read instanceof YamlMapping mapping && mapping.size() == 1) {
            YamlMapping.Entry only = mapping.entries().getFirst();
            if (only.key().equals("k")) {
                return at(scalar.origin(), only.value());
            }
        }
        throw new NotAlone(null);
    }

    /// Everything that came out of a value stands where the value stood.
    private static YamlNode at(Origin origin, YamlNode node) {
        return switch (node) {
            case Scalar scalar -> new Scalar(origin, "", scalar.text(), tagged(scalar));
            case Sequence sequence ->
                new Sequence(
                        origin,
                        "",
                        sequence.items().stream().map(item -> at(origin, item)).toList());
            case YamlMapping mapping -> {
                YamlMapping.Builder builder = YamlMapping.builder(origin);
                mapping.forEach(entry -> builder.put(entry.key(), origin, at(origin, entry.value())));
                yield builder.build();
            }
        };
    }

    /// A tag that a template wrote is a function like any other.
    private static @Nullable Object tagged(Scalar scalar) {
        return scalar.tag().isEmpty() ? scalar.value() : (scalar.tag() + " " + scalar.text()).strip();
    }

    private YamlMapping whole(YamlMapping section) {
        Origin origin = section.origin();
        String written = YamlWriter.writeSorted(section.toJava());
        String rendered = templates.render(origin.file(), written, data, options, functions);
        try {
            if (at(origin, Yaml.parse("rendered", rendered)) instanceof YamlMapping mapping) {
                return mapping;
            }
        } catch (YamlException e) {
            throw new StackException(
                    origin,
                    "After its templates are rendered, the component is no YAML any more: " + e.problem(),
                    "Look at templates that give several lines: indent them with nindent, or give JSON with toJson.",
                    e);
        }
        throw new StackException(
                origin, "After its templates are rendered, nothing of the component is left.", "Look at them.");
    }
}
