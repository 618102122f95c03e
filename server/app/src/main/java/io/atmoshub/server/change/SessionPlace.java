package io.atmoshub.server.change;

import static io.atmoshub.hub.ErrorCode.NOT_ALLOWED;
import static io.atmoshub.hub.ErrorCode.NOT_FOUND;

import io.atmoshub.hub.HubException;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.server.database.Sql;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.UUID;

/// A session, as far as its changes are concerned: its name, whose it is, and the folder of its project.
record SessionPlace(SessionId id, String name, UUID owner, Path folder) {
    private static final String SEEN = """
            select s.name, s.owner_id, p.folder from session s join project p on p.id = s.project_id
            where s.id = ? and (s.owner_id = ? or s.visibility = ?)
            """;

    static SessionPlace seen(EntityManager em, Person me, SessionId id) {
        return find(em, SEEN, me, id);
    }

    /// Locked, so that what is decided is decided once. NOT_ALLOWED for whoever may not answer its approvals either.
    static SessionPlace decided(EntityManager em, Person me, SessionId id) {
        SessionPlace place = find(em, SEEN + " for update of s", me, id);
        boolean owner = me.id().value().equals(place.owner()) && me.role().atLeast(Role.MEMBER);
        if (!owner && !me.role().atLeast(Role.APPROVER)) {
            throw new HubException(
                    NOT_ALLOWED,
                    "Only its owner and approvers decide on what a session changed.",
                    "Ask one of them to look at it.");
        }
        return place;
    }

    private static SessionPlace find(EntityManager em, String sql, Person me, SessionId id) {
        return Sql.first(
                        em,
                        sql,
                        row -> new SessionPlace(
                                id,
                                row.getString("name"),
                                row.getObject("owner_id", UUID.class),
                                Path.of(row.getString("folder"))),
                        id.value(),
                        me.id().value(),
                        Visibility.SHARED.name())
                .orElseThrow(() -> new HubException(
                        NOT_FOUND,
                        "There is no session \"%s\".".formatted(id),
                        "See your sessions with: atmos ai sessions list"));
    }
}
