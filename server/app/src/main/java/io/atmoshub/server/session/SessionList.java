package io.atmoshub.server.session;

import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.project.ProjectName;
import io.atmoshub.hub.session.Activity;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionFilter;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.server.database.Cursor;
import io.atmoshub.server.database.Sql;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sessions as lists show them, to one person: theirs and the shared ones.
final class SessionList {
    private static final String ANY = """
            select s.id, s.name, s.project_id, p.name project_name, s.owner_id, o.name owner_name, s.visibility, s.model,
                s.last_seq, s.created_at, s.updated_at,
                (select r.state from run r
                 where r.session_id = s.id and r.state in ('QUEUED', 'WORKING', 'WAITING')
                 order by r.asked_seq limit 1) run_state
            from session s join project p on p.id = s.project_id join person o on o.id = s.owner_id
            """;
    private static final String VISIBLE = ANY + " where " + SessionRights.SEEN;

    private record Place(Instant usedAt, UUID id) {}

    private SessionList() {}

    static Optional<Session> one(EntityManager em, Person viewer, SessionId id) {
        return Sql.first(
                em,
                VISIBLE + " and s.id = ?",
                row -> session(row, viewer),
                viewer.id().value(),
                id.value());
    }

    /// Whether the viewer may see it or not: for the answer to an admin who just made somebody's session private.
    static Optional<Session> evenPrivate(EntityManager em, Person viewer, SessionId id) {
        return Sql.first(em, ANY + " where s.id = ?", row -> session(row, viewer), id.value());
    }

    static Page<Session> page(EntityManager em, Person viewer, SessionFilter filter, PageRequest request) {
        StringBuilder sql = new StringBuilder(VISIBLE);
        List<@Nullable Object> values = new ArrayList<>(List.of(viewer.id().value()));
        ProjectId project = filter.projectId();
        if (project != null) {
            sql.append(" and s.project_id = ?");
            values.add(project.value());
        }
        String text = filter.text();
        if (text != null && !text.isBlank()) {
            sql.append(" and position(lower(?) in lower(s.name)) > 0");
            values.add(text.strip().replace("\0", ""));
        }
        String cursor = request.cursor();
        if (cursor != null) {
            Place place = place(cursor);
            sql.append(" and (s.updated_at, s.id) < (?, ?)");
            values.add(place.usedAt());
            values.add(place.id());
        }
        sql.append(" order by s.updated_at desc, s.id desc limit ?");
        values.add(request.limit() + 1);
        List<Session> found = Sql.list(em, sql.toString(), row -> session(row, viewer), values.toArray());
        return Cursor.page(
                found,
                request.limit(),
                last -> List.of(last.updatedAt().toString(), last.id().toString()));
    }

    private static Place place(String cursor) {
        List<String> key = Cursor.read(cursor, 2);
        try {
            return new Place(Instant.parse(key.getFirst()), UUID.fromString(key.getLast()));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw Cursor.notOurs(cursor);
        }
    }

    private static Session session(ResultSet row, Person viewer) throws SQLException {
        PersonId owner = new PersonId(row.getObject("owner_id", UUID.class));
        Activity activity = activity(row.getString("run_state"));
        Visibility visibility = Visibility.valueOf(row.getString("visibility"));
        boolean mayAnswer = new SessionRights(owner, visibility).decides(viewer);
        @Nullable String model = row.getString("model");
        return new Session(
                new SessionId(row.getObject("id", UUID.class)),
                new SessionName(row.getString("name")),
                new ProjectId(row.getObject("project_id", UUID.class)),
                new ProjectName(row.getString("project_name")),
                owner,
                new DisplayName(row.getString("owner_name")),
                visibility,
                activity,
                activity == Activity.WAITING && mayAnswer,
                model == null ? null : new ModelRef(model),
                row.getLong("last_seq"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }

    /// The earliest unfinished run says it: those after it wait for their turn.
    private static Activity activity(@Nullable String state) {
        if (state == null) {
            return Activity.IDLE;
        }
        return state.equals("WAITING") ? Activity.WAITING : Activity.WORKING;
    }
}
