package io.atmoshub.web.stack;

import com.vaadin.flow.server.VaadinSession;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.project.ProjectId;
import java.util.List;
import java.util.Optional;

/// The project whose stacks this person looked at last, as long as the browser session lasts.
final class LastProject {
    private static final String NAME = "hub.stacks.project";

    private LastProject() {}

    static void is(ProjectId project) {
        VaadinSession.getCurrent().setAttribute(NAME, project);
    }

    static Optional<Project> of(List<Project> projects) {
        Object last = VaadinSession.getCurrent().getAttribute(NAME);
        return projects.stream().filter(each -> each.id().equals(last)).findFirst();
    }
}
