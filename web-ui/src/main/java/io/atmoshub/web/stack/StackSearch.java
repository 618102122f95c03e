package io.atmoshub.web.stack;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.stack.ComponentRef;
import io.atmoshub.hub.stack.StackFilter;
import io.atmoshub.hub.stack.StackSummary;
import java.util.ArrayList;
import java.util.List;

/// Finds components by a few letters, in the project that was looked at last.
public final class StackSearch {
    private static final int MOST = 6;

    /// @param about which stack
    /// @param go opens it
    public record Found(String name, String about, Runnable go) {}

    private StackSearch() {}

    public static List<Found> find(Hub hub, String text) {
        List<Found> found = new ArrayList<>();
        List<Project> projects =
                hub.projects().list(PageRequest.first(PageRequest.MOST)).items();
        if (projects.isEmpty() || text.isBlank()) {
            return found;
        }
        Project project = LastProject.of(projects).orElse(projects.getFirst());
        StackFilter filter = new StackFilter(text);
        try {
            for (StackSummary stack : hub.stacks()
                    .list(project.id(), filter, PageRequest.first(MOST))
                    .items()) {
                hub.stacks().components(project.id(), stack.name()).stream()
                        .filter(each -> !each.inheritOnly() && filter.matches(stack.name(), each.name()))
                        .map(each -> new ComponentRef(stack.name(), each.type(), each.name()))
                        .limit(MOST - found.size())
                        .forEach(each -> found.add(new Found(
                                each.component(),
                                each.stack(),
                                () -> Address.of(project.id(), each).go())));
            }
        } catch (HubException unreadable) {
            // Its page says what is wrong with the project.
            return found;
        }
        return found;
    }
}
