package io.atmoshub.stacks.live;

import io.atmoshub.project.ProjectException;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.stacks.StackException;
import java.util.Optional;

/// Why stacks are not shown as the files are now.
///
/// @param origin file, line and column, where there is one
/// @param problem what is wrong
/// @param hint a way out
/// @param cause what was thrown
public record Trouble(Optional<Origin> origin, String problem, String hint, RuntimeException cause) {
    /// Nothing for what is no fault of the project's files.
    static Optional<Trouble> of(RuntimeException thrown) {
        return switch (thrown) {
            case StackException e -> Optional.of(new Trouble(e.origin(), e.problem(), e.hint(), e));
            case YamlException e -> Optional.of(new Trouble(Optional.of(e.origin()), e.problem(), e.hint(), e));
            case ProjectException e -> Optional.of(new Trouble(Optional.empty(), e.what(), e.hint(), e));
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return origin.map(place -> place + ": ").orElse("") + problem + " " + hint;
    }
}
