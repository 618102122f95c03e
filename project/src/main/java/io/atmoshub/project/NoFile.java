package io.atmoshub.project;

import java.util.List;
import java.util.Map;

/// What counts where there is no configuration at all.
final class NoFile {
    static final Config CONFIG = Config.of("default", ".", List.of("base_path"))
            .with(section(
                    "stacks",
                    Map.of(
                            "base_path",
                            "stacks",
                            "name_pattern",
                            "{tenant}-{environment}-{stage}",
                            "included_paths",
                            List.of("orgs/**/*"),
                            "excluded_paths",
                            List.of("**/_defaults.yaml"))))
            .with(section(
                    "components",
                    Map.of(
                            "terraform",
                            Map.of(
                                    "base_path",
                                    "components/terraform",
                                    "deploy_run_init",
                                    true,
                                    "init_run_reconfigure",
                                    true,
                                    "auto_generate_backend_file",
                                    true),
                            "helmfile",
                            Map.of("base_path", "components/helmfile"),
                            "packer",
                            Map.of("base_path", "components/packer", "command", "packer"))))
            .with(section("workflows", Map.of("base_path", "stacks/workflows")))
            .with(section(
                    "schemas",
                    Map.of(
                            "jsonschema",
                            Map.of("base_path", "stacks/schemas/jsonschema"),
                            "opa",
                            Map.of("base_path", "stacks/schemas/opa"))))
            .with(section(
                    "templates",
                    Map.of(
                            "settings",
                            Map.of(
                                    "enabled",
                                    true,
                                    "sprig",
                                    Map.of("enabled", true),
                                    "gomplate",
                                    Map.of("enabled", true)))));

    private NoFile() {}

    private static Config section(String name, Map<String, Object> content) {
        return Config.of("default", content, List.of(name));
    }
}
