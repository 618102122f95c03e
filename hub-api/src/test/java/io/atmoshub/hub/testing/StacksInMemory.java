package io.atmoshub.hub.testing;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.stack.ComponentRef;
import io.atmoshub.hub.stack.ComponentSummary;
import io.atmoshub.hub.stack.Finding;
import io.atmoshub.hub.stack.MergedComponent;
import io.atmoshub.hub.stack.Neighbours;
import io.atmoshub.hub.stack.StackFilter;
import io.atmoshub.hub.stack.StackList;
import io.atmoshub.hub.stack.StackSummary;
import io.atmoshub.hub.stack.Stacks;
import io.atmoshub.hub.token.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The stacks of the hub in memory: it can't read manifests, but knows those of {@link LittleStacks} by heart.
/// All other projects have none.
record StacksInMemory(Organisation org, WayIn way) implements Stacks {
    private static final Finding NONE =
            new Finding(null, "There is no folder stacks for stack manifests.", "Create it.");

    @Override
    public StackList list(ProjectId project, StackFilter filter, PageRequest request) {
        return org.locked(() -> {
            if (!hasStacks(project)) {
                return new StackList(List.of(), null, NONE);
            }
            List<StackSummary> found = LittleStacks.stacks().stream()
                    .map(stack -> matching(stack, filter))
                    .filter(stack -> stack.components() > 0)
                    .toList();
            Page<StackSummary> page = Organisation.page(found, request);
            return new StackList(page.items(), page.next(), org.stackTrouble);
        });
    }

    private static StackSummary matching(StackSummary stack, StackFilter filter) {
        long count = LittleStacks.components(stack.name()).stream()
                .filter(each -> !each.inheritOnly() && filter.matches(stack.name(), each.name()))
                .count();
        return new StackSummary(stack.name(), stack.manifest(), (int) count);
    }

    @Override
    public List<ComponentSummary> components(ProjectId project, String stack) {
        return org.locked(() -> {
            required(project);
            if (LittleStacks.stacks().stream().noneMatch(each -> each.name().equals(stack))) {
                throw Organisation.notFound("stack", stack);
            }
            return LittleStacks.components(stack);
        });
    }

    @Override
    public MergedComponent component(ProjectId project, ComponentRef component) {
        return org.locked(() -> {
            components(project, component.stack());
            return LittleStacks.component(component, org.stackTrouble)
                    .orElseThrow(() -> Organisation.notFound("component", component));
        });
    }

    @Override
    public Neighbours neighbours(ProjectId project, ComponentRef component) {
        return org.locked(() -> {
            component(project, component);
            return LittleStacks.neighbours(component);
        });
    }

    @Override
    public List<Finding> problems(ProjectId project) {
        return org.locked(() -> {
            hasStacks(project);
            return org.stackTrouble == null ? List.of() : List.of(org.stackTrouble);
        });
    }

    private void required(ProjectId project) {
        if (!hasStacks(project)) {
            throw new HubException(ErrorCode.CONFLICT, NONE.problem(), NONE.hint());
        }
    }

    private boolean hasStacks(ProjectId id) {
        org.require(way, Role.VIEWER, Scope.READ);
        Project project = org.projects.get(id);
        if (project == null) {
            throw Organisation.notFound("project", id);
        }
        return org.withStacks.contains(id) || Files.exists(Path.of(project.folder(), "atmos.yaml"));
    }
}
