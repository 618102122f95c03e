package io.atmoshub.project;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// How one file of the configuration is laid over another: maps are merged key by key, lists and scalars are
/// replaced, and custom commands, which are a list, are merged by their names.
final class ConfigMerge {
    private static final String COMMANDS = "commands";

    private ConfigMerge() {}

    static YamlMapping merge(YamlMapping under, YamlMapping over) {
        YamlMapping.Builder merged = under.toBuilder();
        for (YamlMapping.Entry entry : over) {
            YamlNode old = under.get(entry.key());
            YamlNode value =
                    switch (entry.value()) {
                        case YamlMapping given when old instanceof YamlMapping before -> merge(before, given);
                        case YamlNode.Sequence given
                        when COMMANDS.equals(entry.key()) && old instanceof YamlNode.Sequence before ->
                            commands(before, given);
                        case YamlNode given -> given;
                    };
            merged.put(entry.key(), entry.place(), value);
        }
        return merged.build();
    }

    private static YamlNode.Sequence commands(YamlNode.Sequence first, YamlNode.Sequence second) {
        var byName = new LinkedHashMap<Object, YamlNode>();
        for (YamlNode.Sequence some : List.of(first, second)) {
            for (YamlNode command : some.items()) {
                byName.merge(
                        name(command),
                        command,
                        (old, given) ->
                                old instanceof YamlMapping a && given instanceof YamlMapping b ? command(a, b) : given);
            }
        }
        return new YamlNode.Sequence(second.origin(), second.tag(), new ArrayList<>(byName.values()));
    }

    /// What the second says of a command counts, but its subcommands join those of the first.
    private static YamlMapping command(YamlMapping first, YamlMapping second) {
        YamlMapping.Builder merged = first.toBuilder();
        for (YamlMapping.Entry entry : second) {
            YamlNode value = COMMANDS.equals(entry.key())
                            && first.get(COMMANDS) instanceof YamlNode.Sequence before
                            && entry.value() instanceof YamlNode.Sequence given
                    ? commands(before, given)
                    : entry.value();
            merged.put(entry.key(), entry.place(), value);
        }
        return merged.build();
    }

    private static Object name(YamlNode command) {
        Object name = command instanceof YamlMapping mapping && mapping.get("name") instanceof YamlNode.Scalar scalar
                ? scalar.value()
                : null;
        return name == null ? new Object() : name;
    }
}
