package io.atmoshub.assistant.model;

import io.atmoshub.assistant.tool.ToolSpec;
import java.util.List;

/// What a model is to be, the conversation so far, oldest first, and the tools there are. `system` may be
/// empty, for what needs no telling.
public record ModelRequest(String system, List<Turn> turns, List<ToolSpec> tools) {
    public ModelRequest {
        turns = List.copyOf(turns);
        tools = List.copyOf(tools);
    }

    public ModelRequest(List<Turn> turns, List<ToolSpec> tools) {
        this("", turns, tools);
    }
}
