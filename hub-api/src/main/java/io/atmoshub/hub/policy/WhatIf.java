package io.atmoshub.hub.policy;

import io.atmoshub.hub.project.ProjectId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A call that might be made. What is left out is what the call is not about, except who: that is the caller.
///
/// @param text a policy to try instead of the one that holds; for admins
/// @param environment where no project can tell it from the stack
public record WhatIf(
        String tool,
        @Nullable ProjectId project,
        @Nullable String person,
        @Nullable String agent,
        @Nullable String stack,
        @Nullable String environment,
        @Nullable String component,
        @Nullable String path,
        Map<String, String> arguments,
        @Nullable String text) {
    public WhatIf {
        arguments = Map.copyOf(arguments);
    }

    /// A call by the caller that is about nothing in particular.
    public static WhatIf of(String tool) {
        return new WhatIf(tool, null, null, null, null, null, null, null, Map.of(), null);
    }

    public WhatIf by(String login) {
        return new WhatIf(tool, project, login, agent, stack, environment, component, path, arguments, text);
    }

    public WhatIf under(String otherText) {
        return new WhatIf(tool, project, person, agent, stack, environment, component, path, arguments, otherText);
    }
}
