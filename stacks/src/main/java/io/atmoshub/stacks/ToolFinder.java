package io.atmoshub.stacks;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where the programs are that some YAML functions run. Who opens an engine brings one.
@FunctionalInterface
public interface ToolFinder {
    /// Finds nothing: functions that need a program stay marked.
    ToolFinder NONE = (program, component) -> Optional.empty();

    /// @param program as the component's `command` names it, such as `tofu`
    /// @param component the component it is needed for, so that its own `dependencies.tools` can count
    Optional<Tool> find(String program, Component component);

    /// A program to run, and the variables it needs besides those that may be seen.
    record Tool(Path executable, Map<String, String> environment) {
        public Tool {
            environment = Map.copyOf(environment);
        }
    }
}
