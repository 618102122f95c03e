package io.atmoshub.assistant.conversation;

import io.atmoshub.assistant.agent.Agent;
import io.atmoshub.assistant.memory.MemorySettings;
import io.atmoshub.assistant.permission.Layer;
import io.atmoshub.assistant.permission.Policy;
import io.atmoshub.assistant.permission.Rule;
import io.atmoshub.assistant.permission.Verb;
import io.atmoshub.assistant.tool.Effect;
import io.atmoshub.assistant.tool.ToolSpec;
import io.atmoshub.assistant.tool.Toolbox;
import io.atmoshub.assistant.tool.memory.MemoryUpdate;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Mode;
import io.atmoshub.hub.session.SessionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The agent that answers in a run: the one that had been chosen when the message was said, or else the default one.
///
/// @param agent none when the project has none of this name any more
record AgentAtWork(String name, Optional<Agent> agent, AiSettings settings, Mode mode) {
    static AgentAtWork of(UUID message, List<SessionEvent> events, AiSettings settings) {
        String name = settings.agents().byDefault();
        Mode mode = Mode.WORK;
        for (SessionEvent event : events) {
            if (event.what() instanceof Happening.AgentChosen chosen) {
                name = chosen.agent();
            } else if (event.what() instanceof Happening.UserMessage said
                    && said.messageId().equals(message)) {
                mode = said.mode();
                break;
            }
        }
        return new AgentAtWork(name, settings.agents().find(name), settings, mode);
    }

    /// Of all tools those that it has; for a plan those that only look.
    Toolbox tools(Toolbox all) {
        MemorySettings memory = settings.memory();
        boolean proposes = memory.enabled() && memory.proposals() != MemorySettings.Proposals.NEVER;
        Toolbox more = proposes && all.find(MemoryUpdate.NAME).isEmpty()
                ? all.and(new MemoryUpdate(memory, Clock.systemUTC()))
                : all;
        Toolbox its = more.only(tool -> agent.isPresent() && agent.get().has(tool));
        return mode == Mode.WORK
                ? its
                : its.only(tool -> its.find(tool)
                        .filter(found -> found.spec().effect() == Effect.READS)
                        .isPresent());
    }

    /// A policy that also asks about what the agent is restricted in; whoever allows it for others, it asks.
    Policy under(Policy policy) {
        return policy.in(policy.situation().with(name))
                .with(agent.stream()
                        .flatMap(chosen -> chosen.asksFor().stream())
                        .map(tool -> Rule.of(Layer.PROJECT, "agent " + name, Verb.PROMPT, tool))
                        .toList());
    }

    /// What a model is offered: nothing that would be denied whatever it is called with.
    static List<ToolSpec> offered(Toolbox tools, Policy policy) {
        return tools.specs().stream()
                .filter(spec -> !policy.closes(spec.name()))
                .toList();
    }
}
