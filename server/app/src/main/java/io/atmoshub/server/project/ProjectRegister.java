package io.atmoshub.server.project;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.project.NewProject;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.audit.AuditActor;
import io.atmoshub.server.audit.AuditObject;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.live.LiveHub;
import io.atmoshub.server.node.Notice;
import io.atmoshub.server.run.RunEngine;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Which folders are projects, whoever asks: an admin, or the hub for its example.
@Service
public final class ProjectRegister {
    private final Tx tx;
    private final Clock clock;
    private final Audit audit;
    private final ProjectRoots roots;
    private final LiveHub live;
    private final RunEngine engine;

    @Inject
    public ProjectRegister(Tx tx, Clock clock, Audit audit, ProjectRoots roots, LiveHub live, RunEngine engine) {
        this.tx = tx;
        this.clock = clock;
        this.audit = audit;
        this.roots = roots;
        this.live = live;
        this.engine = engine;
    }

    Project add(EntityManager em, NewProject project, AuditActor by) {
        Path folder = roots.check(project.folder());
        ProjectId id = ProjectId.random();
        // Two admins at once: the index decides, and the loser is told so.
        int added = Sql.update(em, """
                insert into project (id, name, folder, created_at) values (?, ?, ?, ?)
                on conflict (lower(name)) do nothing
                """, id.value(), project.name().value(), folder.toString(), clock.instant());
        if (added == 0) {
            throw new HubException(
                    ErrorCode.CONFLICT,
                    "There is a project \"%s\" already.".formatted(project.name()),
                    "Pick another name.");
        }
        audit.record(
                em,
                by,
                "project.register",
                new AuditObject("project", id.toString(), project.name().value()),
                Audit.OK,
                Map.of("folder", folder.toString()));
        return em.find(ProjectEntity.class, id.value()).toProject();
    }

    /// The project's sessions are about to go with it; whoever follows them or works in them is told.
    void endSessions(EntityManager em, ProjectId project) {
        List<SessionId> sessions = Sql.list(
                em,
                "select id from session where project_id = ? order by id for update",
                row -> new SessionId(row.getObject("id", UUID.class)),
                project.value());
        sessions.forEach(session -> Notice.send(em, Notice.Kind.DELETED, session));
        tx.afterCommit(() -> sessions.forEach(session -> {
            engine.stop(session);
            live.gone(session);
        }));
    }
}
