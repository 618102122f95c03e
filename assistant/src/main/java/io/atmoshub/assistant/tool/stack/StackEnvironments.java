package io.atmoshub.assistant.tool.stack;

import io.atmoshub.assistant.permission.Fact;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Processing;
import io.atmoshub.stacks.Resolved;
import io.atmoshub.stacks.Stack;
import io.atmoshub.stacks.live.WarmProjects;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which environments a stack belongs to, for rules: what its components have as `vars.stage` and as
/// `vars.environment`. Unknown where a component doesn't say, or what it says can't be worked out.
public final class StackEnvironments {
    private final WarmProjects projects;

    public StackEnvironments(WarmProjects projects) {
        this.projects = projects;
    }

    public Fact of(Path folder, String stackName) {
        try {
            return projects.in(folder)
                    .now()
                    .engine()
                    .stack(stackName)
                    .map(stack -> of(stack, stackName))
                    .orElse(Fact.Absent.UNKNOWN);
        } catch (RuntimeException _) {
            // Nobody can say while the stacks can't be read, and that is what rules have to know.
            return Fact.Absent.UNKNOWN;
        }
    }

    private static Fact of(Stack stack, String name) {
        List<Component> real =
                stack.components().stream().filter(each -> !each.isAbstract()).toList();
        List<Set<String>> ways = new ArrayList<>();
        for (String variable : List.of("stage", "environment")) {
            Set<String> values = new LinkedHashSet<>();
            boolean all = !real.isEmpty();
            for (Component component : real) {
                Optional<String> value = value(component, variable);
                value.ifPresent(values::add);
                all &= value.isPresent();
            }
            if (!all && !values.isEmpty()) {
                return Fact.Absent.UNKNOWN;
            }
            if (all) {
                ways.add(values);
            }
        }
        return ways.isEmpty() ? Fact.Absent.UNKNOWN : new Fact.Known(ways, Set.of(name.split("[-_./]")));
    }

    private static Optional<String> value(Component component, String variable) {
        Resolved resolved = component.resolved(Processing.ALL, Set.of("vars"));
        YamlMapping vars = resolved.section().mapping("vars");
        if (vars == null
                || !(vars.get(variable) instanceof YamlNode.Scalar value)
                || value.value() == null
                || !value.tag().isEmpty()
                || value.text().contains("{{")
                || value.text().startsWith("!")) {
            return Optional.empty();
        }
        return Optional.of(value.text());
    }
}
