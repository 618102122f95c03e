package io.atmoshub.stacks;

import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.manifest.Plain;
import io.atmoshub.stacks.merge.Empty;
import io.atmoshub.stacks.render.Templates;
import java.util.Map;

/// The Terraform workspace of a component.
final class Workspace {
    private static final String DEFAULT = "default";

    private Workspace() {}

    static String of(Project project, Templates templates, String stack, String name, YamlMapping section) {
        boolean enabled = project.config().flag(true, "components", "terraform", "workspaces_enabled");
        if (!enabled || "http".equals(section.text("backend_type"))) {
            return DEFAULT;
        }
        YamlMapping metadata = section.mapping("metadata");
        YamlMapping given = metadata == null ? Empty.MAPPING : metadata;
        String base = section.text("component");
        String template = given.text("terraform_workspace_template");
        String pattern = given.text("terraform_workspace_pattern");
        String fixed = given.text("terraform_workspace");
        String workspace;
        if (template != null) {
            workspace = templates.name(template, Plain.map(section));
        } else if (pattern != null) {
            workspace = filled(pattern, section, name, base == null ? name : base);
        } else if (fixed != null) {
            workspace = fixed;
        } else {
            workspace = base == null || base.equals(name) ? stack : stack + "-" + name;
        }
        return workspace.replace('/', '-');
    }

    private static String filled(String pattern, YamlMapping section, String name, String base) {
        YamlMapping vars = section.mapping("vars");
        String filled = pattern.replace("{component}", name).replace("{base-component}", base);
        for (Map.Entry<String, String> token :
                StackNames.tokens(vars == null ? Empty.MAPPING : vars).entrySet()) {
            filled = filled.replace("{" + token.getKey() + "}", token.getValue());
        }
        return filled;
    }
}
