package io.atmoshub.assistant.conversation;

import io.atmoshub.assistant.permission.Fact;
import io.atmoshub.assistant.permission.Facts;
import io.atmoshub.assistant.permission.Narrowing;
import io.atmoshub.assistant.permission.Situation;
import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.Effect;
import io.atmoshub.assistant.tool.Parameter;
import io.atmoshub.assistant.tool.Tool;
import io.atmoshub.hub.session.ToolCall;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What rules get to know of a call. A tool that can be told a stack and was not may touch any; one that acts
/// outside of the session's copy may touch anything that it does not name.
final class CallFacts {
    private CallFacts() {}

    static Facts of(Tool tool, ToolCall call, Arguments arguments, Situation situation) {
        Set<String> parameters =
                tool.spec().parameters().stream().map(Parameter::name).collect(Collectors.toUnmodifiableSet());
        boolean acts = tool.spec().effect() == Effect.ACTS;
        Fact unsaid = acts ? Fact.Absent.UNKNOWN : Fact.Absent.NONE;
        Fact stack = named(parameters, arguments, "stack", unsaid);
        Supplier<Fact> environments =
                () -> stack instanceof Fact.Known ? situation.environments().apply(arguments.text("stack")) : stack;
        return Facts.of(call.tool(), parameters, call.arguments())
                .with(Narrowing.STACKS, stack)
                .with(Narrowing.ENVIRONMENTS, environments)
                .with(Narrowing.COMPONENTS, named(parameters, arguments, "component", unsaid))
                .with(Narrowing.PATHS, tool.path(arguments).map(Fact::of).orElse(unsaid))
                .with(Narrowing.PEOPLE, situation.person())
                .with(Narrowing.ROLES, situation.roleFact())
                .with(Narrowing.AGENTS, Fact.of(situation.agent()));
    }

    private static Fact named(Set<String> parameters, Arguments arguments, String parameter, Fact unsaid) {
        if (!parameters.contains(parameter)) {
            return unsaid;
        }
        return arguments.optionalText(parameter).map(Fact::of).orElse(Fact.Absent.UNKNOWN);
    }
}
