package io.atmoshub.cli.describe;

import io.atmoshub.cli.output.FixedOrder;
import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Resolved;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What `describe component` shows of a component: all there is to say, or only what manifests say.
record ComponentView(Project project, Component component) {
    /// The sections that manifests have.
    static final Set<String> WRITTEN = Set.of(
            "vars",
            "settings",
            "env",
            "backend",
            "metadata",
            "overrides",
            "providers",
            "imports",
            "dependencies",
            "hooks");

    private static final Set<String> OUTSIDE_OF_DESCRIBE = Set.of("locals");

    /// Only the sections of manifests.
    Map<String, @Nullable Object> written(Resolved resolved) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        resolved.section().forEach(entry -> {
            if (WRITTEN.contains(entry.key())) {
                shown.put(entry.key(), entry.value().toJava());
            }
        });
        shown.put("imports", List.copyOf(component.imports()));
        return shown;
    }

    /// Everything, with where it comes from.
    Map<String, @Nullable Object> full(Resolved resolved, List<String> command, String version) {
        YamlMapping section = resolved.section();
        var shown = new LinkedHashMap<String, @Nullable Object>();
        section.forEach(entry -> {
            if (!OUTSIDE_OF_DESCRIBE.contains(entry.key())) {
                shown.put(entry.key(), entry.value().toJava());
            }
        });
        var sources = new ComponentSources(component, section);
        shown.put("atmos_cli_config", CliConfig.of(project, version));
        shown.put("cli_args", command);
        shown.put("component_type", component.type());
        shown.put("component_info", info(shown.get("component")));
        shown.put("imports", List.copyOf(component.imports()));
        shown.put("inheritance", component.inheritance());
        shown.put("deps", sources.deps());
        var all = new ArrayList<String>(component.imports());
        if (!all.contains(component.manifest().key())) {
            all.add(component.manifest().key());
        }
        shown.put("deps_all", all.stream().sorted().toList());
        shown.put("sources", sources.all());
        shown.put("tf_cli_vars", Map.of());
        return shown;
    }

    private FixedOrder info(@Nullable Object base) {
        String folder = project.componentsFolder(component.type())
                .resolve(base == null ? component.name() : base.toString())
                .normalize()
                .toString();
        FixedOrder info = new FixedOrder().and("component_path", folder).and("component_type", component.type());
        return component.type().equals("terraform")
                ? info.and("terraform_config", TerraformModule.of(Path.of(folder)))
                : info;
    }
}
