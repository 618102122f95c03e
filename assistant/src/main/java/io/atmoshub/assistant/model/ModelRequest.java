package io.atmoshub.assistant.model;

import io.atmoshub.assistant.tool.ToolSpec;
import java.util.List;

/// What a model is to be, the conversation so far, oldest first, and the tools there are. `system` may be
/// empty, for what needs no telling.
public record ModelRequest(String system, List<Turn> turns, List<ToolSpec> tools) {
    /// What stands last in `system` when a plan is wanted: it changes from message to message.
    public static final String PLAN = """
            A plan is wanted now, and no change. You have only tools that look. Find out what there is to know, then end with a \
            plan: numbered steps, each with the file or component and what is to be different there, then how to see that it \
            worked, then what is risky or open. A person reads it and approves it or not; only then it is carried out.
            """;

    public ModelRequest {
        turns = List.copyOf(turns);
        tools = List.copyOf(tools);
    }

    public ModelRequest(List<Turn> turns, List<ToolSpec> tools) {
        this("", turns, tools);
    }

    public boolean wantsPlan() {
        return system.endsWith(PLAN);
    }
}
