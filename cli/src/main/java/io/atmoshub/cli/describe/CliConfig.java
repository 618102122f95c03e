package io.atmoshub.cli.describe;

import io.atmoshub.cli.output.FixedOrder;
import io.atmoshub.project.Config;
import io.atmoshub.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The configuration in the shape in which Atmos shows it: every key that it knows, in its order, set or not.
final class CliConfig {
    private static final Set<String> SHAPED = Set.of("base_path", "components", "stacks", "workflows");

    private final Config config;
    private final String version;

    private CliConfig(Config config, String version) {
        this.config = config;
        this.version = version;
    }

    /// What `describe component` shows of it.
    static FixedOrder of(Project project, String version) {
        return new CliConfig(project.config(), version).shape();
    }

    /// All of it, with the folders that come of it.
    static FixedOrder all(Project project, String version) {
        FixedOrder all = of(project, version);
        Map<String, @Nullable Object> tree = project.config().section();
        tree.forEach((key, value) -> {
            if (!SHAPED.contains(key)) {
                all.put(key, value);
            }
        });
        Object components = all.get("components");
        if (components instanceof FixedOrder shaped) {
            project.config().section("components").forEach(shaped::putIfAbsent);
        }
        return all.and("basePathAbsolute", project.basePath().toString())
                .and("stacksBaseAbsolutePath", project.stacksFolder().toString())
                .and(
                        "terraformDirAbsolutePath",
                        project.componentsFolder("terraform").toString())
                .and(
                        "helmfileDirAbsolutePath",
                        project.componentsFolder("helmfile").toString())
                .and("packerDirAbsolutePath", project.componentsFolder("packer").toString())
                .and("cliConfigPath", project.configFolder().toString())
                .and("default", project.files().isEmpty());
    }

    private FixedOrder shape() {
        return new FixedOrder()
                .and("base_path", text("base_path"))
                .and("components", components())
                .and("stacks", stacks())
                .and(
                        "workflows",
                        new FixedOrder()
                                .and("base_path", text("workflows", "base_path"))
                                .and("list", list("workflows")));
    }

    private FixedOrder components() {
        return new FixedOrder()
                .and("terraform", terraform())
                .and("helmfile", helmfile())
                .and("packer", tool("packer", "base_path", "command"))
                .and("ansible", tool("ansible", "base_path", "command"))
                .and("kubernetes", tool("kubernetes", "base_path", "provider"))
                .and("helm", tool("helm", "base_path"))
                .and("list", list("components"))
                .and("Plugins", null);
    }

    private FixedOrder terraform() {
        return new FixedOrder()
                .and("base_path", text("components", "terraform", "base_path"))
                .and("apply_auto_approve", flag(false, "apply_auto_approve"))
                .and(
                        "append_user_agent",
                        config.text("components", "terraform", "append_user_agent")
                                .orElse("Atmos/%s (Cloud Posse; +https://atmos.tools)".formatted(version)))
                .and("deploy_run_init", flag(false, "deploy_run_init"))
                .and("init_run_reconfigure", flag(false, "init_run_reconfigure"))
                .and("auto_generate_backend_file", flag(false, "auto_generate_backend_file"))
                .and("auto_generate_files", flag(false, "auto_generate_files"))
                .and("command", text("components", "terraform", "command"))
                .and("shell", new FixedOrder().and("prompt", text("components", "terraform", "shell", "prompt")))
                .and("init", new FixedOrder().and("pass_vars", flag(false, "init", "pass_vars")))
                .and("plan", new FixedOrder().and("skip_planfile", flag(false, "plan", "skip_planfile")))
                .and("lint", config.section("components", "terraform", "lint"))
                .and(
                        "planfiles",
                        new FixedOrder().and("default", text("components", "terraform", "planfiles", "default")))
                .and("plugin_cache", flag(true, "plugin_cache"))
                .and("auto_provision_workdir_for_outputs", flag(true, "auto_provision_workdir_for_outputs"))
                .and("ci", config.section("components", "terraform", "ci"))
                .and("workspace", config.section("components", "terraform", "workspace"));
    }

    private FixedOrder helmfile() {
        FixedOrder helmfile = new FixedOrder()
                .and("base_path", text("components", "helmfile", "base_path"))
                .and("use_eks", config.flag(false, "components", "helmfile", "use_eks"));
        for (String key : List.of(
                "kubeconfig_path",
                "helm_aws_profile_pattern",
                "cluster_name_pattern",
                "cluster_name_template",
                "cluster_name",
                "command")) {
            helmfile.and(key, text("components", "helmfile", key));
        }
        return helmfile.and("auto_generate_files", config.flag(false, "components", "helmfile", "auto_generate_files"));
    }

    private FixedOrder tool(String type, String... keys) {
        var tool = new FixedOrder();
        for (String key : keys) {
            tool.and(key, text("components", type, key));
        }
        return tool.and("auto_generate_files", config.flag(false, "components", type, "auto_generate_files"));
    }

    private FixedOrder stacks() {
        return new FixedOrder()
                .and("base_path", text("stacks", "base_path"))
                .and("included_paths", paths("included_paths"))
                .and("excluded_paths", paths("excluded_paths"))
                .and("name_pattern", text("stacks", "name_pattern"))
                .and("name_template", text("stacks", "name_template"))
                .and("list", list("stacks"))
                .and("inherit", new FixedOrder().and("metadata", config.flag(true, "stacks", "inherit", "metadata")));
    }

    private @Nullable Object paths(String key) {
        return config.node("stacks", key).isPresent() ? config.texts("stacks", key) : null;
    }

    private FixedOrder list(String section) {
        return new FixedOrder()
                .and("format", text(section, "list", "format"))
                .and("columns", config.at(section, "list", "columns").orElse(null));
    }

    private String text(String... path) {
        return config.text(path).orElse("");
    }

    private boolean flag(boolean otherwise, String... path) {
        var whole = new ArrayList<String>(List.of("components", "terraform"));
        whole.addAll(List.of(path));
        return config.flag(otherwise, whole.toArray(String[]::new));
    }
}
