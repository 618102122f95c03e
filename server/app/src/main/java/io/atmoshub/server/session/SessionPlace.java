package io.atmoshub.server.session;

import static io.atmoshub.hub.ErrorCode.NOT_ALLOWED;
import static io.atmoshub.hub.ErrorCode.NOT_FOUND;

import io.atmoshub.hub.HubException;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.server.database.Sql;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.UUID;

/// A session as somebody comes to it who may: its name, who may do what there, its project and that one's folder.
public record SessionPlace(SessionId id, SessionName name, SessionRights rights, ProjectId project, Path folder) {
    private static final String FIND = "select s.name, s.owner_id, s.visibility, s.project_id, p.folder"
            + " from session s join project p on p.id = s.project_id where s.id = ? and " + SessionRights.SEEN;
    private static final String LOCK = FIND + " for update of s";

    /// Somebody else's private session is not there at all, whoever asks.
    public static SessionPlace seen(EntityManager em, Person me, SessionId id) {
        return find(em, FIND, me, id);
    }

    /// Locked, as all that follow, so that what happens in a session happens in turn.
    public static SessionPlace speaking(EntityManager em, Person me, SessionId id) {
        SessionPlace place = find(em, LOCK, me, id);
        if (!SessionRights.speaks(me)) {
            throw new HubException(
                    NOT_ALLOWED, "Viewers read along, no more.", "Ask an admin for the role \"member\".");
        }
        return place;
    }

    public static SessionPlace deciding(EntityManager em, Person me, SessionId id) {
        SessionPlace place = find(em, LOCK, me, id);
        if (!place.rights().decides(me)) {
            throw new HubException(
                    NOT_ALLOWED,
                    "Only its owner and approvers decide on what a session changed.",
                    "Ask one of them to look at it.");
        }
        return place;
    }

    static SessionPlace changing(EntityManager em, Person me, SessionId id) {
        SessionPlace place = find(em, LOCK, me, id);
        if (!place.rights().changes(me)) {
            throw new HubException(
                    NOT_ALLOWED, "Only its owner and admins change a session.", "Ask its owner to do it.");
        }
        return place;
    }

    public static HubException notFound(SessionId id) {
        return new HubException(
                NOT_FOUND,
                "There is no session \"%s\".".formatted(id),
                "See your sessions with: atmos ai sessions list");
    }

    private static SessionPlace find(EntityManager em, String sql, Person me, SessionId id) {
        return Sql.first(
                        em,
                        sql,
                        row -> new SessionPlace(
                                id,
                                new SessionName(row.getString("name")),
                                new SessionRights(
                                        new PersonId(row.getObject("owner_id", UUID.class)),
                                        Visibility.valueOf(row.getString("visibility"))),
                                new ProjectId(row.getObject("project_id", UUID.class)),
                                Path.of(row.getString("folder"))),
                        id.value(),
                        me.id().value())
                .orElseThrow(() -> notFound(id));
    }
}
