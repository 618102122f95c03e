package io.atmoshub.server.stack;

import io.atmoshub.hub.project.Projects;
import io.atmoshub.hub.stack.Stacks;
import io.atmoshub.server.caller.ActingAs;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;

/// Makes the {@link StacksBean} of each caller.
@Service
public class StacksForCaller implements ActingAs<Stacks> {
    private final ActingAs<Projects> projects;
    private final WarmStacks warm;

    @Inject
    public StacksForCaller(ActingAs<Projects> projects, WarmStacks warm) {
        this.projects = projects;
        this.warm = warm;
    }

    @Override
    public Stacks as(Caller caller) {
        return new StacksBean(projects.as(caller), warm);
    }
}
