package io.atmoshub.client.stack;

import io.atmoshub.client.wire.Path;
import io.atmoshub.client.wire.Wire;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.stack.ComponentRef;
import io.atmoshub.hub.stack.ComponentSummary;
import io.atmoshub.hub.stack.Finding;
import io.atmoshub.hub.stack.MergedComponent;
import io.atmoshub.hub.stack.Neighbours;
import io.atmoshub.hub.stack.StackFilter;
import io.atmoshub.hub.stack.StackList;
import io.atmoshub.hub.stack.Stacks;
import java.util.List;

/// The stacks of projects. Names of stacks and components hold slashes, so they stand in the query.
public record StacksOverHttp(Wire wire) implements Stacks {
    @Override
    public StackList list(ProjectId project, StackFilter filter, PageRequest page) {
        return wire.get(
                Path.of("projects", project, "stacks")
                        .with("filter", filter.text())
                        .with(page),
                StackList.class);
    }

    @Override
    public List<ComponentSummary> components(ProjectId project, String stack) {
        return wire.list(
                Path.of("projects", project, "stacks", "components").with("stack", stack), ComponentSummary.class);
    }

    @Override
    public MergedComponent component(ProjectId project, ComponentRef component) {
        return wire.get(named(project, "component", component), MergedComponent.class);
    }

    @Override
    public Neighbours neighbours(ProjectId project, ComponentRef component) {
        return wire.get(named(project, "neighbours", component), Neighbours.class);
    }

    @Override
    public List<Finding> problems(ProjectId project) {
        return wire.list(Path.of("projects", project, "stacks", "problems"), Finding.class);
    }

    private static Path named(ProjectId project, String what, ComponentRef component) {
        return Path.of("projects", project, "stacks", what)
                .with("stack", component.stack())
                .with("type", component.type())
                .with("component", component.component());
    }
}
