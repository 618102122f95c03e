package io.atmoshub.project;

import io.atmoshub.project.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The variables that lie over `atmos.yaml`. Those that `env` in the configuration sets count too, below the real ones.
record ConfigVariables(Limits limits) {
    private enum Kind {
        TEXT,
        LIST,
        FLAG
    }

    private record Variable(String name, String path, Kind kind) {
        Variable(String name, String path) {
            this(name, path, Kind.TEXT);
        }
    }

    private static final List<Variable> KNOWN = List.of(
            new Variable("ATMOS_BASE_PATH", "base_path"),
            new Variable("ATMOS_VENDOR_BASE_PATH", "vendor.base_path"),
            new Variable("ATMOS_STACKS_BASE_PATH", "stacks.base_path"),
            new Variable("ATMOS_STACKS_INCLUDED_PATHS", "stacks.included_paths", Kind.LIST),
            new Variable("ATMOS_STACKS_EXCLUDED_PATHS", "stacks.excluded_paths", Kind.LIST),
            new Variable("ATMOS_STACKS_NAME_PATTERN", "stacks.name_pattern"),
            new Variable("ATMOS_STACKS_NAME_TEMPLATE", "stacks.name_template"),
            new Variable("ATMOS_COMPONENTS_TERRAFORM_COMMAND", "components.terraform.command"),
            new Variable("ATMOS_COMPONENTS_TERRAFORM_BASE_PATH", "components.terraform.base_path"),
            new Variable(
                    "ATMOS_COMPONENTS_TERRAFORM_APPLY_AUTO_APPROVE",
                    "components.terraform.apply_auto_approve",
                    Kind.FLAG),
            new Variable(
                    "ATMOS_COMPONENTS_TERRAFORM_DEPLOY_RUN_INIT", "components.terraform.deploy_run_init", Kind.FLAG),
            new Variable(
                    "ATMOS_COMPONENTS_TERRAFORM_INIT_RUN_RECONFIGURE",
                    "components.terraform.init_run_reconfigure",
                    Kind.FLAG),
            new Variable(
                    "ATMOS_COMPONENTS_TERRAFORM_AUTO_GENERATE_BACKEND_FILE",
                    "components.terraform.auto_generate_backend_file",
                    Kind.FLAG),
            new Variable("ATMOS_COMPONENTS_TERRAFORM_APPEND_USER_AGENT", "components.terraform.append_user_agent"),
            new Variable("ATMOS_COMPONENTS_TERRAFORM_PLUGIN_CACHE", "components.terraform.plugin_cache", Kind.FLAG),
            new Variable("ATMOS_COMPONENTS_HELMFILE_COMMAND", "components.helmfile.command"),
            new Variable("ATMOS_COMPONENTS_HELMFILE_BASE_PATH", "components.helmfile.base_path"),
            new Variable("ATMOS_COMPONENTS_HELMFILE_USE_EKS", "components.helmfile.use_eks", Kind.FLAG),
            new Variable("ATMOS_COMPONENTS_HELMFILE_KUBECONFIG_PATH", "components.helmfile.kubeconfig_path"),
            new Variable("ATMOS_COMPONENTS_PACKER_COMMAND", "components.packer.command"),
            new Variable("ATMOS_COMPONENTS_PACKER_BASE_PATH", "components.packer.base_path"),
            new Variable("ATMOS_COMPONENTS_ANSIBLE_BASE_PATH", "components.ansible.base_path"),
            new Variable("ATMOS_WORKFLOWS_BASE_PATH", "workflows.base_path"),
            new Variable("ATMOS_SCHEMAS_JSONSCHEMA_BASE_PATH", "schemas.jsonschema.base_path"),
            new Variable("ATMOS_SCHEMAS_OPA_BASE_PATH", "schemas.opa.base_path"),
            new Variable("ATMOS_SCHEMAS_CUE_BASE_PATH", "schemas.cue.base_path"),
            new Variable("ATMOS_SCHEMAS_ATMOS_MANIFEST", "schemas.atmos.manifest"),
            new Variable("ATMOS_LOGS_FILE", "logs.file"),
            new Variable("ATMOS_LOGS_LEVEL", "logs.level"),
            new Variable("ATMOS_SETTINGS_LIST_MERGE_STRATEGY", "settings.list_merge_strategy"),
            new Variable("ATMOS_VERSION_CHECK_ENABLED", "version.check.enabled", Kind.FLAG),
            new Variable("ATMOS_DESCRIBE_PROVENANCE", "describe.provenance", Kind.FLAG),
            new Variable("ATMOS_DESCRIBE_COMPONENT_FILTER", "describe.component.filter"),
            new Variable("ATMOS_EXPERIMENTAL", "settings.experimental"));

    /// The configuration with the variables over it.
    Config over(Config config) {
        Config result = config;
        for (Variable variable : KNOWN) {
            Optional<String> value = value(variable.name(), config);
            if (value.isPresent()) {
                result = result.with(Config.of(
                        "variable " + variable.name(),
                        meaning(variable, value.get()),
                        List.of(variable.path().split("\\."))));
            }
        }
        return result;
    }

    /// The profiles that `ATMOS_PROFILE` names.
    List<String> profiles(Config config) {
        return value("ATMOS_PROFILE", config)
                .map(text -> Arrays.stream(text.split("[,\\s]+"))
                        .filter(name -> !name.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    private Optional<String> value(String name, Config config) {
        return limits.variable(name).or(() -> config.text("env", name)).filter(value -> !value.isEmpty());
    }

    private static Object meaning(Variable variable, String value) {
        return switch (variable.kind()) {
            case TEXT -> value;
            case LIST -> new ArrayList<@Nullable Object>(Arrays.asList(value.split(",")));
            case FLAG -> {
                YamlNode made = YamlNode.ofJava(Config.outside("variable " + variable.name()), value);
                yield Config.of("variable " + variable.name(), made, List.of("it"))
                        .flag(false, "it");
            }
        };
    }
}
