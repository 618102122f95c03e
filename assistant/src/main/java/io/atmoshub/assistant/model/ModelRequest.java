package io.atmoshub.assistant.model;

import io.atmoshub.assistant.tool.ToolSpec;
import java.util.List;

/// The conversation so far, oldest first, and the tools there are.
public record ModelRequest(List<Turn> turns, List<ToolSpec> tools) {
    public ModelRequest {
        turns = List.copyOf(turns);
        tools = List.copyOf(tools);
    }
}
