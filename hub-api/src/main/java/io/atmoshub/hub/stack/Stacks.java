package io.atmoshub.hub.stack;

import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.project.ProjectId;
import java.util.List;

/// The stacks of projects, read in the server's limits: a project's own folder, no environment, no process. Whoever
/// sees the project sees them. Half-edited files don't take away the last good answer; it then says what is wrong.
public interface Stacks {
    /// By name.
    StackList list(ProjectId project, StackFilter filter, PageRequest page);

    /// The components of a stack, by type and name, with those that are only inherited. NOT_FOUND without such a stack.
    List<ComponentSummary> components(ProjectId project, String stack);

    /// NOT_FOUND when the stack has none of this type and name.
    MergedComponent component(ProjectId project, ComponentRef component);

    Neighbours neighbours(ProjectId project, ComponentRef component);

    /// Everything that a check of all stacks finds, by place. This may take seconds in a big project.
    List<Finding> problems(ProjectId project);
}
