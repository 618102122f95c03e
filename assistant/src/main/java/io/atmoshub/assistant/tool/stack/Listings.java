package io.atmoshub.assistant.tool.stack;

import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Stack;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which stacks and components there are.
final class Listings {
    private static final int MOST = 100;

    private Listings() {}

    static ToolResult stacks(Arguments arguments, Asked asked) {
        String component = arguments.optionalText("component").orElse("");
        List<Stack> stacks = asked.engine().stacks().stream()
                .filter(stack -> component.isEmpty() || !stack.named(component).isEmpty())
                .toList();
        if (stacks.isEmpty()) {
            return ToolResult.of("no stack", "No stack has a component \"%s\".%n".formatted(component));
        }
        return ToolResult.of(
                Texts.counted(stacks.size(), "stack"),
                Texts.listed(
                        stacks,
                        arguments.number("skip").orElse(0),
                        MOST,
                        "atmos_list_stacks",
                        stack -> "%s: %s, %s"
                                .formatted(
                                        stack.name(), Texts.counted(real(stack).size(), "component"), stack.file())));
    }

    static ToolResult components(Arguments arguments, Asked asked) {
        if (arguments.optionalText("stack").isPresent()) {
            Stack stack = asked.stack(arguments.text("stack"));
            return ToolResult.of(
                    Texts.counted(stack.components().size(), "component"),
                    Texts.listed(
                            stack.components(),
                            arguments.number("skip").orElse(0),
                            MOST,
                            "atmos_list_components",
                            each -> "%s: %s%s%s"
                                    .formatted(
                                            each.name(),
                                            each.type(),
                                            each.isAbstract() ? ", abstract" : "",
                                            each.isEnabled() ? "" : ", disabled")));
        }
        Map<String, TreeSet<String>> stacks = new TreeMap<>();
        for (Stack stack : asked.engine().stacks()) {
            real(stack)
                    .forEach(each -> stacks.computeIfAbsent(each.name(), _ -> new TreeSet<>())
                            .add(stack.name()));
        }
        return ToolResult.of(
                Texts.counted(stacks.size(), "component"),
                Texts.listed(
                        List.copyOf(stacks.entrySet()),
                        arguments.number("skip").orElse(0),
                        MOST,
                        "atmos_list_components",
                        each -> "%s: in %s, such as %s"
                                .formatted(
                                        each.getKey(),
                                        Texts.counted(each.getValue().size(), "stack"),
                                        each.getValue().first())));
    }

    private static List<Component> real(Stack stack) {
        return stack.components().stream().filter(each -> !each.isAbstract()).toList();
    }
}
