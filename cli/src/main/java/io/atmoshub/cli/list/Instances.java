package io.atmoshub.cli.list;

import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Stack;
import io.atmoshub.stacks.StackEngine;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which components in which stacks are listed.
final class Instances {
    @Option(
            names = {"-s", "--stack"},
            paramLabel = "STACK",
            description = "Only in stacks of this name; * stands for anything.")
    private @Nullable String stack;

    @Option(
            names = {"-t", "--type"},
            paramLabel = "TYPE",
            description = "Only this type, such as terraform.")
    private @Nullable String type;

    @Option(names = "--abstract", description = "Also abstract components.")
    private boolean abstracts;

    /// By component, then by stack.
    ///
    /// @throws io.atmoshub.stacks.StackException when a stack is named that there is not
    List<Component> of(StackEngine engine) {
        if (stack != null && !stack.contains("*")) {
            engine.required(stack);
        }
        return engine.stacks().stream()
                .filter(this::wanted)
                .flatMap(each -> each.components().stream())
                .filter(each -> abstracts || !each.isAbstract())
                .filter(each -> type == null || type.equals(each.type()))
                .sorted(Comparator.comparing(Component::name).thenComparing(Component::stack))
                .toList();
    }

    private boolean wanted(Stack each) {
        if (stack == null) {
            return true;
        }
        var pattern = new StringBuilder();
        for (String part : stack.split("(?<=\\*)|(?=\\*)")) {
            pattern.append(part.equals("*") ? ".*" : Pattern.quote(part));
        }
        return each.name().matches(pattern.toString());
    }
}
