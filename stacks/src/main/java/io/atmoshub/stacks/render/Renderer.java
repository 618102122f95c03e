package io.atmoshub.stacks.render;

import io.atmoshub.gotemplate.Functions;
import io.atmoshub.gotemplate.Options;
import io.atmoshub.project.TemplatesConfig;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Processing;
import io.atmoshub.stacks.Resolved;
import io.atmoshub.stacks.Resolved.Unresolved;
import io.atmoshub.stacks.StackEngine;
import io.atmoshub.stacks.manifest.Plain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Works out templates and functions of components, of as many sections as somebody wants to see.
public final class Renderer {
    private final Templates templates;
    private final TemplatesConfig config;
    private final FunctionRunner functions;
    private final AtmosObject atmos;

    public Renderer(StackEngine engine, Templates templates) {
        this.templates = templates;
        this.config = engine.project().templates();
        this.functions = new FunctionRunner(engine);
        this.atmos = new AtmosObject(engine, functions.outputs());
    }

    /// @param sections those to work out and give back; all when there are none
    public Resolved resolved(Component component, Processing processing, Set<String> sections) {
        YamlMapping section = component.section();
        YamlMapping shown = sections.isEmpty() ? section : only(section, sections);
        List<Unresolved> unresolved = new ArrayList<>();
        if (processing.templates()) {
            shown = templates(component, section, shown, unresolved);
        }
        FunctionPass pass = new FunctionPass(functions, component, section, processing, unresolved);
        return new Resolved(pass.over(shown), unresolved);
    }

    private YamlMapping templates(
            Component component, YamlMapping section, YamlMapping shown, List<Unresolved> unresolved) {
        YamlMapping own = ownSettings(section);
        String flag = own == null ? null : own.text("enabled");
        boolean enabled = flag == null ? config.enabled() : flag.equals("true");
        Options options = Templates.options(config);
        YamlMapping rendered = shown;
        int evaluations = evaluations(own);
        for (int i = 0; enabled && i < evaluations && ComponentTemplates.isAnyIn(rendered, options.open()); i++) {
            Map<String, @Nullable Object> data = data(component, section, rendered);
            Functions more = name -> name.equals("atmos") ? call -> atmos : AtmosObject.collectKeys(name);
            rendered = new ComponentTemplates(templates, options, more, data, unresolved).rendered(rendered);
        }
        return rendered;
    }

    /// What templates see: the section as it is by now, over what other tools call the component.
    private static Map<String, @Nullable Object> data(Component component, YamlMapping section, YamlMapping rendered) {
        Map<String, @Nullable Object> data = new HashMap<>();
        if (rendered.size() < section.size()) {
            data.putAll(Plain.map(section));
        }
        data.putAll(component.integrations());
        data.putAll(Plain.map(rendered));
        return data;
    }

    private int evaluations(@Nullable YamlMapping own) {
        String written = own == null ? null : own.text("evaluations");
        return written != null && written.matches("[0-9]{1,3}")
                ? Math.clamp(Integer.parseInt(written), 1, 100)
                : config.evaluations();
    }

    /// What the component itself says in `settings.templates.settings`.
    private static @Nullable YamlMapping ownSettings(YamlMapping section) {
        YamlMapping at = section.mapping("settings");
        for (String key : List.of("templates", "settings")) {
            at = at == null ? null : at.mapping(key);
        }
        return at;
    }

    private static YamlMapping only(YamlMapping section, Set<String> keys) {
        YamlMapping.Builder some = YamlMapping.builder(section.origin());
        for (YamlMapping.Entry entry : section) {
            if (keys.contains(entry.key())) {
                some.put(entry);
            }
        }
        return some.build();
    }

    /// What a function gives while manifests are read, before there is a component.
    public YamlNode early(YamlNode.Scalar call) {
        return functions.early(call);
    }
}
