package io.atmoshub.assistant.tool.stack;

import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.ToolFailure;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Resolved;
import io.atmoshub.stacks.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Components and stacks with their merged values.
final class Descriptions {
    private static final int MOST = 20;

    private Descriptions() {}

    static ToolResult component(Arguments arguments, Asked asked) throws ToolFailure {
        Component component = asked.component(arguments.text("component"), arguments.text("stack"));
        Resolved resolved = asked.resolved(component);
        String path = arguments.optionalText("path").orElse("");
        YamlNode shown = ValuePath.of(path).required(resolved.section());
        StringBuilder text =
                new StringBuilder("%s in %s, %s%n".formatted(component.name(), component.stack(), component.type()));
        text.append("code: components/%s/%s%n".formatted(component.type(), component.base()));
        text.append("manifest: %s%n".formatted(component.manifest().key()));
        if (!component.inheritance().isEmpty()) {
            text.append("inherits: %s%n".formatted(String.join(", ", component.inheritance())));
        }
        text.append("imports: %s%n".formatted(String.join(", ", component.imports())));
        resolved.unresolved().stream()
                .limit(5)
                .forEach(each -> text.append("unresolved: ").append(each).append('\n'));
        text.append("---\n")
                .append(Texts.yaml(shown.toJava(), "call atmos_describe_component again with a path such as vars"));
        return ToolResult.of(component + (path.isEmpty() ? "" : ", " + path), text.toString());
    }

    static ToolResult stacks(Arguments arguments, Asked asked) throws ToolFailure {
        String sections = arguments.optionalText("sections").orElse("vars");
        List<String> wanted = List.of(sections.strip().split("[\\s,]+"));
        String name = arguments.optionalText("component").orElse("");
        List<Stack> from = arguments.optionalText("stack").isPresent()
                ? List.of(asked.stack(arguments.text("stack")))
                : asked.engine().stacks();
        List<Component> all = new ArrayList<>();
        for (Stack stack : from) {
            stack.components().stream()
                    .filter(each ->
                            !each.isAbstract() && (name.isEmpty() || each.name().equals(name)))
                    .forEach(all::add);
        }
        int skip = Math.clamp(arguments.number("skip").orElse(0), 0, all.size());
        List<Component> shown = all.subList(skip, Math.min(all.size(), skip + MOST));
        Map<String, Map<String, @Nullable Object>> tree = new LinkedHashMap<>();
        for (Component each : shown) {
            tree.computeIfAbsent(each.stack(), _ -> new LinkedHashMap<>())
                    .put(each.name(), asked.isOpen(each) ? some(asked.section(each), wanted) : "closed: .atmosignore");
        }
        int left = all.size() - skip - shown.size();
        String more = left == 0
                ? ""
                : "… %,d more; call atmos_describe_stacks again with skip=%d%n".formatted(left, skip + shown.size());
        return ToolResult.of(
                Texts.counted(all.size(), "component") + " in " + Texts.counted(from.size(), "stack"),
                Texts.yaml(tree, "name a stack, a component or fewer sections") + more);
    }

    private static Map<String, @Nullable Object> some(YamlMapping section, List<String> wanted) {
        Map<String, @Nullable Object> some = new LinkedHashMap<>();
        for (String key : wanted) {
            YamlNode value = section.get(key);
            if (value != null) {
                some.put(key, value.toJava());
            }
        }
        return some;
    }
}
