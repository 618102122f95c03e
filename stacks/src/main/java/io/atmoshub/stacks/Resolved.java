package io.atmoshub.stacks;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import java.util.List;

/// A component with its templates rendered and its functions run, as far as that was asked for and allowed.
///
/// @param unresolved what stays marked in it, and why
public record Resolved(YamlMapping section, List<Unresolved> unresolved) {
    public Resolved {
        unresolved = List.copyOf(unresolved);
    }

    /// @param call such as `!store prod key`, or a template
    /// @param reason in words
    public record Unresolved(Origin origin, String call, String reason) {
        @Override
        public String toString() {
            return "%s: %s stays unresolved: %s".formatted(origin, call, reason);
        }
    }
}
