package io.atmoshub.stacks.component;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode.Scalar;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.merge.Empty;
import io.atmoshub.stacks.merge.Merge;

/// Where Terraform keeps the state of a component, and where others read it.
///
/// @param type such as `s3`; empty where none is set
/// @param section the settings of that type
record Backend(String type, YamlMapping section) {
    /// Finishes a merged `backend`: of all types in it the chosen one, with what Atmos fills in.
    static Backend of(MergedSections merged, YamlMapping metadata, String base, String stack) {
        YamlMapping all = merged.section(Section.BACKEND);
        String type = merged.lastText("backend_type");
        YamlMapping chosen = chosen(all, type, "backend", "backend_type", merged, stack);
        String prefix =
                (Sections.text(metadata, "name").isEmpty() ? base : Sections.text(metadata, "name")).replace('/', '-');
        YamlMapping filled =
                switch (type) {
                    case "s3" -> withDefault(chosen, "workspace_key_prefix", prefix);
                    case "gcs" -> withDefault(chosen, "prefix", prefix);
                    case "azurerm" -> azure(chosen, prefix, merged);
                    default -> chosen;
                };
        return new Backend(type, filled);
    }

    /// What `remote_state_backend` says over the backend itself.
    Backend remote(MergedSections merged, Merge merge, String stack) {
        YamlMapping all = merged.section(Section.REMOTE_STATE_BACKEND);
        String named = merged.lastText("remote_state_backend_type");
        String remoteType = named.isEmpty() ? type : named;
        YamlMapping chosen =
                chosen(all, remoteType, "remote_state_backend", "remote_state_backend_type", merged, stack);
        return new Backend(remoteType, remoteType.equals(type) ? merge.merge(section, chosen) : chosen);
    }

    private static YamlMapping chosen(
            YamlMapping all, String type, String key, String typeKey, MergedSections merged, String stack) {
        if (all.isEmpty() || type.isEmpty()) {
            return Empty.MAPPING;
        }
        if (all.get(type) == null) {
            String there = String.join(
                    ", ", all.entries().stream().map(YamlMapping.Entry::key).toList());
            throw new StackException(
                    all.entries().getLast().place(),
                    "The component \"%s\" in the stack \"%s\" has a %s for %s only, but %s is \"%s\"."
                            .formatted(merged.component(), stack, key, there, typeKey, type),
                    "Add %s.%s, or set %s to one that is there.".formatted(key, type, typeKey));
        }
        return Sections.mapping(all, type);
    }

    private static YamlMapping withDefault(YamlMapping section, String key, String value) {
        return Sections.text(section, key).isEmpty() ? section.with(key, Scalar.of(Empty.ORIGIN, value)) : section;
    }

    /// The key that holds for all components goes before the component's own; one that a component or its base wrote
    /// stays.
    private static YamlMapping azure(YamlMapping section, String prefix, MergedSections merged) {
        YamlMapping global = Sections.mapping(merged.global(Section.BACKEND), "azurerm");
        String globalKey = Sections.text(global, "key");
        String key = Sections.text(section, "key");
        boolean differs = !key.isEmpty() && !key.equals(globalKey);
        boolean authored = differs || !merged.own("backend", "azurerm", "key").isEmpty();
        if (authored) {
            return section;
        }
        String own = prefix + ".terraform.tfstate";
        return section.with("key", Scalar.of(Empty.ORIGIN, globalKey.isEmpty() ? own : globalKey + "/" + own));
    }
}
