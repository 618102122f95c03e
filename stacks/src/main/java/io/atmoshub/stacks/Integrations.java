package io.atmoshub.stacks;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.merge.Empty;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What Spacelift and Atlantis call a component, where its settings say that they look after it. Templates can use it.
final class Integrations {
    private Integrations() {}

    static Map<String, @Nullable Object> names(StackEngine engine, Component component) {
        YamlMapping settings = component.section().get("settings") instanceof YamlMapping some ? some : Empty.MAPPING;
        Map<String, @Nullable Object> names = new LinkedHashMap<>();
        if (settings.get("spacelift") instanceof YamlMapping spacelift
                && "true".equals(spacelift.text("workspace_enabled"))) {
            names.put("spacelift_stack", spacelift(component, spacelift));
        }
        atlantisPattern(engine, settings)
                .ifPresent(pattern -> names.put("atlantis_project", filled(pattern, component)));
        return names;
    }

    private static String spacelift(Component component, YamlMapping spacelift) {
        String fixed = spacelift.text("stack_name");
        String pattern = spacelift.text("stack_name_pattern");
        String name = fixed != null
                ? fixed
                : pattern != null ? filled(pattern, component) : component.stack() + "-" + component.name();
        return name.replace('/', '-');
    }

    private static Optional<String> atlantisPattern(StackEngine engine, YamlMapping settings) {
        if (!(settings.get("atlantis") instanceof YamlMapping atlantis)) {
            return Optional.empty();
        }
        if (atlantis.get("project_template") instanceof YamlMapping template) {
            return Optional.ofNullable(template.text("name"));
        }
        String named = atlantis.text("project_template_name");
        return named == null
                ? Optional.empty()
                : engine.project().config().text("integrations", "atlantis", "project_templates", named, "name");
    }

    private static String filled(String pattern, Component component) {
        YamlNode vars = component.section().get("vars");
        String filled = pattern.replace("{component}", component.name().replace('/', '-'));
        for (Map.Entry<String, String> token : StackNames.tokens(
                        vars instanceof YamlMapping some ? some : Empty.MAPPING)
                .entrySet()) {
            filled = filled.replace("{" + token.getKey() + "}", token.getValue());
        }
        return filled;
    }
}
