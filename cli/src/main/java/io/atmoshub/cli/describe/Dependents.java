package io.atmoshub.cli.describe;

import io.atmoshub.cli.output.FixedOrder;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Dependencies;
import io.atmoshub.stacks.Processing;
import io.atmoshub.stacks.StackEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The components that depend on one, as they are shown.
final class Dependents {
    private static final Comparator<Component> ORDER = Comparator.comparing(Dependents::slug)
            .thenComparing(Component::name)
            .thenComparing(Component::stack);

    private final StackEngine engine;
    private final Dependencies dependencies;

    Dependents(StackEngine engine, Processing processing) {
        this.engine = engine;
        this.dependencies = new Dependencies(engine, processing);
    }

    /// @param settings whether the settings of each are shown
    /// @param deep whether the dependents of dependents are shown too
    List<FixedOrder> of(Component component, boolean settings, boolean deep) {
        return of(component, settings, deep, new HashSet<>());
    }

    private List<FixedOrder> of(Component component, boolean settings, boolean deep, Set<Component> above) {
        if (!above.add(component)) {
            return List.of();
        }
        var dependents = new ArrayList<FixedOrder>();
        for (Component each :
                dependencies.dependents(component).stream().sorted(ORDER).toList()) {
            FixedOrder shown = described(each);
            YamlNode own = dependencies.section(each).get("settings");
            shown.put("settings", settings && own != null ? own.toJava() : Map.of());
            shown.put("dependents", deep ? of(each, settings, true, above) : List.of());
            dependents.add(shown);
        }
        above.remove(component);
        return dependents;
    }

    private FixedOrder described(Component each) {
        FixedOrder shown = new FixedOrder()
                .and("component", each.name())
                .and("component_type", each.type())
                .and("component_path", path(engine, each))
                .and("stack", each.stack())
                .and("stack_slug", slug(each));
        context(dependencies.section(each), shown);
        return shown;
    }

    /// The parts of its name that its variables have.
    static void context(YamlMapping section, FixedOrder shown) {
        YamlMapping vars = section.mapping("vars");
        for (String key : Dependencies.CONTEXT) {
            String value = vars == null ? null : vars.text(key);
            if (value != null && !value.isEmpty()) {
                shown.and(key, value);
            }
        }
    }

    static String path(StackEngine engine, Component component) {
        return engine.project()
                .config()
                .text("components", component.type(), "base_path")
                .map(base -> Path.of(base, component.base()).toString())
                .orElse(component.base());
    }

    static String slug(Component component) {
        return component.stack() + "-" + component.name().replace('/', '-');
    }
}
