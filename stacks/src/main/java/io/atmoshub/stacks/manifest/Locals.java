package io.atmoshub.stacks.manifest;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.project.yaml.YamlNode.Scalar;
import io.atmoshub.project.yaml.YamlNode.Sequence;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.merge.Empty;
import io.atmoshub.stacks.merge.Merge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The names that a file gives to values for its own use. They may use each other in any order, but not in a circle.
final class Locals {
    private static final Pattern USE = Pattern.compile("\\.locals\\.([A-Za-z_][A-Za-z0-9_-]*)");
    private static final List<String> SECTIONS = List.of("terraform", "helmfile", "packer", "ansible");

    private final String shown;
    private final Map<String, YamlMapping.Entry> written = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> data;
    private final Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    private final Map<String, YamlNode> resolved = new LinkedHashMap<>();
    private final Rendering rendering;

    private Locals(String shown, YamlMapping manifest, YamlMapping context, Merge merge, Rendering rendering) {
        this.shown = shown;
        this.rendering = rendering;
        YamlMapping all = section(manifest);
        for (String type : SECTIONS) {
            if (manifest.get(type) instanceof YamlMapping ofType) {
                all = merge.merge(all, section(ofType));
            }
        }
        all.forEach(entry -> written.put(entry.key(), entry));
        this.data = new LinkedHashMap<>(Plain.map(context));
        for (String section : List.of("settings", "vars", "env")) {
            if (manifest.get(section) instanceof YamlMapping mapping) {
                data.put(section, Plain.map(mapping));
            }
        }
        data.put("locals", plain);
    }

    /// The values of the names, of all sections of the file together.
    static YamlMapping in(
            ManifestFile file, YamlMapping manifest, YamlMapping context, Merge merge, Rendering rendering) {
        Locals locals = new Locals(file.shown(), manifest, context, merge, rendering);
        locals.written.keySet().forEach(name -> locals.resolve(name, new LinkedHashSet<>()));
        YamlMapping.Builder values = YamlMapping.builder(Origin.startOf(file.shown()));
        locals.written.forEach((name, entry) -> values.put(name, entry.place(), locals.value(name)));
        return values.build();
    }

    private YamlNode value(String name) {
        YamlNode value = resolved.get(name);
        return value == null ? Scalar.of(Empty.ORIGIN, null) : value;
    }

    private static YamlMapping section(YamlMapping parent) {
        return parent.get("locals") instanceof YamlMapping locals ? locals : Empty.MAPPING;
    }

    private void resolve(String name, Set<String> using) {
        YamlMapping.Entry entry = written.get(name);
        if (entry == null || resolved.containsKey(name)) {
            return;
        }
        if (!using.add(name)) {
            List<String> circle = new ArrayList<>(using);
            throw new StackException(
                    entry.place(),
                    "The locals use each other in a circle: %s -> %s."
                            .formatted(String.join(" -> ", circle.subList(circle.indexOf(name), circle.size())), name),
                    "Give one of them a value of its own.");
        }
        Set<String> used = new LinkedHashSet<>();
        collectUses(entry.value(), used);
        used.forEach(each -> resolve(each, using));
        using.remove(name);
        YamlNode value = rendered(entry.value());
        resolved.put(name, value);
        plain.put(name, Plain.value(value));
    }

    private static void collectUses(YamlNode node, Set<String> into) {
        switch (node) {
            case Scalar scalar -> {
                Matcher matcher = USE.matcher(scalar.text());
                while (scalar.text().contains("{{") && matcher.find()) {
                    into.add(matcher.group(1));
                }
            }
            case Sequence sequence -> sequence.items().forEach(item -> collectUses(item, into));
            case YamlMapping mapping -> mapping.forEach(entry -> collectUses(entry.value(), into));
        }
    }

    private YamlNode rendered(YamlNode node) {
        return switch (node) {
            case Scalar scalar -> scalar(scalar);
            case Sequence sequence ->
                new Sequence(
                        sequence.origin(),
                        sequence.tag(),
                        sequence.items().stream().map(this::rendered).toList());
            case YamlMapping mapping -> {
                YamlMapping.Builder builder = YamlMapping.builder(mapping.origin());
                mapping.forEach(entry -> builder.put(entry.key(), entry.place(), rendered(entry.value())));
                yield builder.build();
            }
        };
    }

    private YamlNode scalar(Scalar scalar) {
        Scalar value = scalar;
        if (scalar.value() instanceof String text
                && text.contains("{{")
                && scalar.tag().isEmpty()) {
            try {
                value = Scalar.of(scalar.origin(), rendering.render(shown, text, data, true));
            } catch (StackException e) {
                throw new StackException(scalar.origin(), e.problem(), e.hint(), e);
            }
        }
        return Merge.isFunction(value) ? rendering.call(value, scalar.origin()) : value;
    }
}
