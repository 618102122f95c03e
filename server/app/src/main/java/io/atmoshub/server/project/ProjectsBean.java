package io.atmoshub.server.project;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.project.NewProject;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.project.ProjectName;
import io.atmoshub.hub.project.Projects;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.audit.AuditActor;
import io.atmoshub.server.audit.AuditObject;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Cursor;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.database.Tx;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The projects, for one caller.
final class ProjectsBean implements Projects {
    private final Caller caller;
    private final Tx tx;
    private final Access access;
    private final Audit audit;
    private final ProjectRegister register;

    ProjectsBean(Caller caller, Tx tx, Access access, Audit audit, ProjectRegister register) {
        this.caller = caller;
        this.tx = tx;
        this.access = access;
        this.audit = audit;
        this.register = register;
    }

    @Override
    public Page<Project> list(PageRequest page) {
        String after =
                page.cursor() == null ? "" : Cursor.read(page.cursor(), 1).getFirst();
        return tx.call(em -> {
            access.require(em, caller, Role.VIEWER, Scope.READ);
            List<Project> found = Sql.list(em, """
                    select id, name, folder, created_at from project where name collate "C" > ?
                    order by name collate "C" limit ?
                    """, ProjectsBean::project, after, page.limit() + 1);
            return Cursor.page(
                    found, page.limit(), project -> List.of(project.name().value()));
        });
    }

    @Override
    public Project get(ProjectId id) {
        return tx.call(em -> {
            access.require(em, caller, Role.VIEWER, Scope.READ);
            return existing(em, id).toProject();
        });
    }

    @Override
    public Project register(NewProject project) {
        return tx.call(em -> {
            access.require(em, caller, Role.ADMIN, Scope.ADMIN);
            return register.add(em, project, AuditActor.of(caller));
        });
    }

    @Override
    public void remove(ProjectId id) {
        tx.run(em -> {
            access.require(em, caller, Role.ADMIN, Scope.ADMIN);
            ProjectEntity project = existing(em, id);
            register.endSessions(em, id);
            em.remove(project);
            em.flush();
            Project was = project.toProject();
            audit.record(
                    em,
                    caller,
                    "project.remove",
                    new AuditObject("project", id.toString(), was.name().value()),
                    Audit.OK,
                    Map.of("folder", was.folder()));
        });
    }

    private static Project project(ResultSet row) throws SQLException {
        return new Project(
                new ProjectId(row.getObject("id", UUID.class)),
                new ProjectName(row.getString("name")),
                row.getString("folder"),
                Sql.instant(row, "created_at"));
    }

    private static ProjectEntity existing(EntityManager em, ProjectId id) {
        ProjectEntity project = em.find(ProjectEntity.class, id.value());
        if (project == null) {
            throw new HubException(
                    ErrorCode.NOT_FOUND, "There is no project \"%s\".".formatted(id), "Look at the list of projects.");
        }
        return project;
    }
}
