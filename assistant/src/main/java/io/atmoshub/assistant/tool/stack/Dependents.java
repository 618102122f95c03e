package io.atmoshub.assistant.tool.stack;

import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.ToolFailure;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Dependencies;
import io.atmoshub.stacks.Processing;
import io.atmoshub.stacks.Spelling;
import java.util.ArrayList;
import java.util.List;

/// What depends on a component: whatever names it in `dependencies.components`, or else in `settings.depends_on`.
final class Dependents {
    private static final int MOST = 60;

    private record Found(Component dependent, Component on) {}

    private Dependents() {}

    static ToolResult of(Arguments arguments, Asked asked) throws ToolFailure {
        String name = arguments.text("component");
        List<Component> targets = new ArrayList<>();
        if (arguments.optionalText("stack").isPresent()) {
            targets.add(asked.component(name, arguments.text("stack")));
        } else {
            asked.engine().stacks().forEach(stack -> targets.addAll(stack.named(name)));
            if (targets.isEmpty()) {
                throw unknown(name, asked);
            }
        }
        List<Found> found = new ArrayList<>();
        Dependencies dependencies = new Dependencies(asked.engine(), Processing.ALL);
        for (Component target : targets) {
            dependencies.dependents(target).stream()
                    .filter(asked::isOpen)
                    .forEach(dependent -> found.add(new Found(dependent, target)));
        }
        return ToolResult.of(
                Texts.counted(found.size(), "dependent"),
                found.isEmpty()
                        ? "Nothing depends on %s: no component names it in dependencies.components or settings.depends_on.%n"
                                .formatted(targets.size() == 1 ? targets.getFirst() : name)
                        : Texts.listed(
                                found,
                                arguments.number("skip").orElse(0),
                                MOST,
                                "atmos_describe_dependents",
                                each -> "%s in %s: on %s in %s"
                                        .formatted(
                                                each.dependent().name(),
                                                each.dependent().stack(),
                                                each.on().name(),
                                                each.on().stack())));
    }

    private static ToolFailure unknown(String name, Asked asked) {
        List<String> all = asked.engine().stacks().stream()
                .flatMap(stack -> stack.components().stream())
                .map(Component::name)
                .distinct()
                .toList();
        return new ToolFailure(
                "no such component",
                "No stack has a component \"%s\". %sSee all with atmos_list_components."
                        .formatted(name, Spelling.suggestion(name, all)));
    }
}
