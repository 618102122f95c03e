package io.atmoshub.assistant.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The tools of a conversation, by name.
public final class Toolbox {
    private final Map<String, Tool> tools = new LinkedHashMap<>();

    public Toolbox(List<Tool> tools) {
        for (Tool tool : tools) {
            if (this.tools.put(tool.spec().name(), tool) != null) {
                throw new IllegalArgumentException(
                        "two tools called " + tool.spec().name());
            }
        }
    }

    public Optional<Tool> find(String name) {
        return Optional.ofNullable(tools.get(name));
    }

    public List<ToolSpec> specs() {
        return tools.values().stream().map(Tool::spec).toList();
    }

    /// Those whose names pass.
    public Toolbox only(Predicate<String> names) {
        return new Toolbox(tools.values().stream()
                .filter(tool -> names.test(tool.spec().name()))
                .toList());
    }

    /// These and one more.
    public Toolbox and(Tool more) {
        List<Tool> all = new ArrayList<>(tools.values());
        all.add(more);
        return new Toolbox(all);
    }
}
