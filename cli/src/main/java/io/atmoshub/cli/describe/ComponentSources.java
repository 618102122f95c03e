package io.atmoshub.cli.describe;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Setting;
import io.atmoshub.stacks.component.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Where the values of a component come from, in the shape of Atmos: for each key of some sections the manifests that
/// set it, the strongest first.
record ComponentSources(Component component, YamlMapping section) {
    private static final List<String> SECTIONS = List.of("backend", "env", "settings", "vars");

    Map<String, @Nullable Object> all() {
        var all = new LinkedHashMap<String, @Nullable Object>();
        SECTIONS.forEach(name -> all.put(name, keys(name)));
        return all;
    }

    /// The manifests whose values count.
    List<String> deps() {
        Set<String> files = new TreeSet<>();
        for (String name : SECTIONS) {
            if (section.get(name) instanceof YamlMapping values) {
                values.forEach(entry -> {
                    List<Setting> settings = settings(name, entry.key());
                    if (!settings.isEmpty()) {
                        files.add(settings.getFirst().manifest());
                    }
                });
            }
        }
        return List.copyOf(files);
    }

    private Map<String, @Nullable Object> keys(String name) {
        var keys = new LinkedHashMap<String, @Nullable Object>();
        if (section.get(name) instanceof YamlMapping values) {
            for (YamlMapping.Entry entry : values) {
                var source = new LinkedHashMap<String, @Nullable Object>();
                source.put("name", entry.key());
                source.put("final_value", entry.value().toJava());
                source.put("stack_dependencies", dependencies(name, entry.key()));
                keys.put(entry.key(), source);
            }
        }
        return keys;
    }

    private List<Map<String, @Nullable Object>> dependencies(String name, String key) {
        var dependencies = new ArrayList<Map<String, @Nullable Object>>();
        Set<String> seen = new LinkedHashSet<>();
        for (Setting setting : settings(name, key)) {
            String place = section(setting, name);
            if (seen.add(setting.manifest() + " " + place)) {
                var dependency = new LinkedHashMap<String, @Nullable Object>();
                dependency.put("stack_file", setting.manifest());
                dependency.put("stack_file_section", place);
                dependency.put("dependency_type", setting.depth() == 1 ? "inline" : "import");
                dependency.put("variable_value", setting.value().toJava());
                dependencies.add(dependency);
            }
        }
        return dependencies;
    }

    /// The strongest first; without what `atmos.yaml` says.
    private List<Setting> settings(String name, String key) {
        return component.settings(List.of(name, key)).reversed().stream()
                .filter(setting -> setting.kind() != Layer.Kind.CONFIG)
                .toList();
    }

    private String section(Setting setting, String name) {
        String type = component.type();
        return switch (setting.kind()) {
            case CONFIG, STACK -> name;
            case TYPE -> type + "." + name;
            case BASE, COMPONENT -> "components." + type + "." + name;
            case OVERRIDES -> "components." + type + ".overrides." + name;
        };
    }
}
