package io.atmoshub.stacks.manifest;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.merge.Empty;
import io.atmoshub.stacks.merge.Merge;

/// What `overrides` sections say, for components of Terraform and of Helmfile.
public record Overrides(YamlMapping terraform, YamlMapping helmfile) {
    static final Overrides NONE = new Overrides(Empty.MAPPING, Empty.MAPPING);

    /// Those written in a manifest itself.
    static Overrides in(YamlMapping manifest, Merge merge) {
        YamlMapping global = section(manifest, "overrides");
        return new Overrides(
                merge.merge(global, section(section(manifest, "terraform"), "overrides")),
                merge.merge(global, section(section(manifest, "helmfile"), "overrides")));
    }

    boolean isEmpty() {
        return terraform.isEmpty() && helmfile.isEmpty();
    }

    /// The same ones again change nothing.
    Overrides under(Overrides over, Merge merge) {
        return equals(over)
                ? this
                : new Overrides(merge.merge(terraform, over.terraform), merge.merge(helmfile, over.helmfile));
    }

    /// The manifest with these written onto every component that stands in it.
    YamlMapping appliedTo(YamlMapping manifest) {
        if (isEmpty() || !(manifest.get("components") instanceof YamlMapping components)) {
            return manifest;
        }
        YamlMapping changed = applied(applied(components, "terraform", terraform), "helmfile", helmfile);
        return manifest.with("components", changed);
    }

    private static YamlMapping applied(YamlMapping components, String type, YamlMapping overrides) {
        if (overrides.isEmpty() || !(components.get(type) instanceof YamlMapping ofType)) {
            return components;
        }
        YamlMapping.Builder changed = ofType.toBuilder();
        for (YamlMapping.Entry entry : ofType) {
            if (entry.value() instanceof YamlMapping component) {
                changed.put(entry.key(), entry.place(), component.with("overrides", overrides));
            }
        }
        return components.with(type, changed.build());
    }

    private static YamlMapping section(YamlMapping parent, String name) {
        YamlNode node = parent.get(name);
        return switch (node) {
            case null -> Empty.MAPPING;
            case YamlMapping mapping -> mapping;
            case YamlNode.Scalar scalar when scalar.value() == null -> Empty.MAPPING;
            case YamlNode.Scalar scalar -> throw invalid(name, scalar.origin());
            case YamlNode.Sequence sequence -> throw invalid(name, sequence.origin());
        };
    }

    private static StackException invalid(String name, Origin origin) {
        return new StackException(
                origin, "\"%s\" has to be a mapping.".formatted(name), "Write its sections below it, indented.");
    }
}
