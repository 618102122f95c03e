package io.atmoshub.client.project;

import io.atmoshub.client.wire.Path;
import io.atmoshub.client.wire.Wire;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.project.NewProject;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.project.Projects;

/// The projects of the organisation.
public record ProjectsOverHttp(Wire wire) implements Projects {
    @Override
    public Page<Project> list(PageRequest page) {
        return wire.page(Path.of("projects").with(page), Project.class);
    }

    @Override
    public Project get(ProjectId id) {
        return wire.get(Path.of("projects", id), Project.class);
    }

    @Override
    public Project register(NewProject project) {
        return wire.post(Path.of("projects"), project, Project.class);
    }

    @Override
    public void remove(ProjectId id) {
        wire.delete(Path.of("projects", id));
    }
}
