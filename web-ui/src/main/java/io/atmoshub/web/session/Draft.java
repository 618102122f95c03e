package io.atmoshub.web.session;

import com.vaadin.flow.router.Location;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.session.Message;
import java.util.List;

/// A question that another page has written for the person, about a project; nothing is sent before they do so.
///
/// @param project its id, or nothing
record Draft(String project, String text) {
    static Draft in(Location location) {
        var query = location.getQueryParameters();
        String text = query.getSingleParameter("draft").orElse("");
        return new Draft(
                query.getSingleParameter("project").orElse(""),
                text.substring(0, Math.min(text.length(), Message.LONGEST)));
    }

    /// The one that is meant, or else the first.
    Project project(List<Project> projects) {
        return projects.stream()
                .filter(each -> each.id().toString().equals(project))
                .findFirst()
                .orElse(projects.getFirst());
    }
}
