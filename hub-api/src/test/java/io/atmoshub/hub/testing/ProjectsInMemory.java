package io.atmoshub.hub.testing;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.project.NewProject;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.project.Projects;
import io.atmoshub.hub.token.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/// The projects of the hub in memory.
record ProjectsInMemory(Organisation org, WayIn way) implements Projects {
    @Override
    public Page<Project> list(PageRequest page) {
        return org.locked(() -> {
            org.require(way, Role.VIEWER, Scope.READ);
            return Organisation.page(
                    org.projects.values().stream()
                            .sorted(Comparator.comparing(p -> p.name().value()))
                            .toList(),
                    page);
        });
    }

    @Override
    public Project get(ProjectId id) {
        return org.locked(() -> {
            org.require(way, Role.VIEWER, Scope.READ);
            return existing(id);
        });
    }

    @Override
    public Project register(NewProject project) {
        return org.locked(() -> {
            org.require(way, Role.ADMIN, Scope.ADMIN);
            Path folder = allowed(project.folder());
            if (org.projects.values().stream().anyMatch(p -> p.name().equals(project.name()))) {
                throw new HubException(
                        ErrorCode.CONFLICT,
                        "There is a project \"%s\" already.".formatted(project.name()),
                        "Pick another name.");
            }
            var made = new Project(ProjectId.random(), project.name(), folder.toString(), org.now());
            org.projects.put(made.id(), made);
            org.record(way, "project.register", "project", made.id(), made.name(), Map.of("folder", made.folder()));
            return made;
        });
    }

    @Override
    public void remove(ProjectId id) {
        org.locked(() -> {
            org.require(way, Role.ADMIN, Scope.ADMIN);
            Project project = existing(id);
            org.projects.remove(id);
            org.rooms.values().stream()
                    .filter(r -> r.projectId.equals(id))
                    .toList()
                    .forEach(Room::delete);
            org.record(way, "project.remove", "project", id, project.name(), Map.of());
        });
    }

    private Path allowed(String folder) {
        try {
            Path real = Path.of(folder).toRealPath();
            if (Files.isDirectory(real) && org.projectRoots.stream().anyMatch(real::startsWith)) {
                return real;
            }
        } catch (IOException | InvalidPathException e) {
            throw refused(folder, e);
        }
        throw refused(folder, null);
    }

    private static HubException refused(String folder, @org.jspecify.annotations.Nullable Throwable cause) {
        return new HubException(
                ErrorCode.INVALID_INPUT,
                "\"%s\" is no folder under an allowed root.".formatted(folder),
                "Name a folder under one of the project roots.",
                cause == null ? new IOException("outside the roots") : cause);
    }

    private Project existing(ProjectId id) {
        Project project = org.projects.get(id);
        if (project == null) {
            throw Organisation.notFound("project", id);
        }
        return project;
    }
}
