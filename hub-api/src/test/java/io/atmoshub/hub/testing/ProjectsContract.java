package io.atmoshub.hub.testing;

import static io.atmoshub.hub.ErrorCode.CONFLICT;
import static io.atmoshub.hub.ErrorCode.INVALID_INPUT;
import static io.atmoshub.hub.ErrorCode.NOT_ALLOWED;
import static io.atmoshub.hub.ErrorCode.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.project.NewProject;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.project.ProjectName;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.Visibility;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What {@link io.atmoshub.hub.project.Projects} promises.
public abstract class ProjectsContract extends Contract {
    @Test
    void whatAnAdminRegistersEverybodySees() {
        Project made = register(unique("blue"));

        assertThat(vic.projects().get(made.id())).isEqualTo(made);
        assertThat(all(1, vic.projects()::list)).contains(made);
    }

    @Test
    void projectsAreListedByName() {
        String suffix = unique("");
        register("b" + suffix);
        register("a" + suffix);

        var names = all(3, ana.projects()::list).stream()
                .map(p -> p.name().value())
                .filter(name -> name.endsWith(suffix))
                .toList();

        assertThat(names).containsExactly("a" + suffix, "b" + suffix);
    }

    @Test
    void aTakenNameIsRefused() {
        Project made = register(unique("blue"));

        assertRefused(CONFLICT, () -> register(made.name().value()));
    }

    @Test
    void onlyAFolderUnderAnAllowedRootIsRegistered() throws Exception {
        String folder = fixture.newFolder();
        Path file = Files.writeString(Path.of(folder, "file.txt"), "no folder");
        Path link = Files.createSymbolicLink(Path.of(folder, "way-out"), Path.of(fixture.folderOutside()));

        assertRefused(INVALID_INPUT, () -> register(unique("p"), fixture.folderOutside()));
        assertRefused(INVALID_INPUT, () -> register(unique("p"), folder + "/not-there"));
        assertRefused(INVALID_INPUT, () -> register(unique("p"), file.toString()));
        assertRefused(INVALID_INPUT, () -> register(unique("p"), link.toString()));
        assertRefused(INVALID_INPUT, () -> register(unique("p"), folder + "/../../../../../../../../../etc"));
        assertRefused(INVALID_INPUT, () -> register(unique("p"), "a\0b"));
        assertRefused(INVALID_INPUT, () -> register(unique("p"), ""));
    }

    @Test
    void onlyAdminsRegisterAndRemove() {
        for (Hub other : new Hub[] {ana, vic, ada}) {
            assertRefused(
                    NOT_ALLOWED,
                    () -> other.projects().register(new NewProject(new ProjectName(unique("p")), fixture.newFolder())));
            assertRefused(NOT_ALLOWED, () -> other.projects().remove(fixture.project()));
        }
    }

    @Test
    void aRemovedProjectTakesItsSessionsAndLeavesItsFolder() {
        Project made = register(unique("gone"));
        Session session = ana.sessions().create(new NewSession(made.id(), null, Visibility.PRIVATE));

        admin.projects().remove(made.id());

        assertRefused(NOT_FOUND, () -> ana.projects().get(made.id()));
        assertRefused(NOT_FOUND, () -> ana.sessions().get(session.id()));
        assertThat(Path.of(made.folder())).isDirectory();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertRefused(NOT_FOUND, () -> ana.projects().get(ProjectId.random()));
        assertRefused(NOT_FOUND, () -> admin.projects().remove(ProjectId.random()));
    }

    private Project register(String name) {
        return register(name, fixture.newFolder());
    }

    private Project register(String name, String folder) {
        return admin.projects().register(new NewProject(new ProjectName(name), folder));
    }
}
