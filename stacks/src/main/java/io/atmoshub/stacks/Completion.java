package io.atmoshub.stacks;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.project.yaml.YamlNode.Scalar;
import io.atmoshub.stacks.merge.Empty;

/// What Atmos adds to a component's section that no manifest says: names, files, the workspace.
final class Completion {
    private Completion() {}

    static YamlMapping of(StackEngine engine, Component component, YamlMapping layers) {
        YamlMapping.Builder all = layers.toBuilder();
        String stack = component.stack();
        String file = component.manifest().key();
        put(all, "atmos_component", component.name());
        put(all, "atmos_stack", stack);
        put(all, "stack", stack);
        put(all, "atmos_stack_file", file);
        put(all, "atmos_manifest", file);
        if (component.type().equals("terraform")) {
            put(all, "workspace", engine.workspace(stack, component.name(), all.build()));
        }
        YamlMapping info = YamlMapping.builder(Empty.ORIGIN)
                .put("component_path", Empty.ORIGIN, text(engine.componentPath(component.type(), component.base())))
                .put("component_type", Empty.ORIGIN, text(component.type()))
                .build();
        all.put("component_info", Empty.ORIGIN, info);
        return all.build();
    }

    private static void put(YamlMapping.Builder into, String key, String value) {
        into.put(key, Empty.ORIGIN, text(value));
    }

    private static YamlNode text(String value) {
        return Scalar.of(Empty.ORIGIN, value);
    }
}
