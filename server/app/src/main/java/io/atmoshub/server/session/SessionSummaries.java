package io.atmoshub.server.session;

import static io.atmoshub.hub.ErrorCode.CONFLICT;
import static io.atmoshub.hub.ErrorCode.INVALID_INPUT;

import io.atmoshub.hub.HubException;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.database.Tx;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;

/// The summaries that stand for a part of a session where a model reads it.
record SessionSummaries(Tx tx, SessionDoor door) {
    SessionEvent undo(SessionId id, long compacted) {
        return tx.call(em -> {
            Person me = door.chatting(em);
            SessionPlace place = SessionPlace.speaking(em, me, id);
            List<SessionEvent> found = door.log().after(em, id, compacted - 1, 1);
            if (found.isEmpty() || !(found.getFirst().what() instanceof Happening.Compacted)) {
                throw new HubException(
                        INVALID_INPUT, "Event %d sums up nothing.".formatted(compacted), "Look at the session.");
            }
            if (undone(em, id, compacted)) {
                throw new HubException(CONFLICT, "This was undone before.", "Look at the session.");
            }
            door.note(em, "session.compaction-undone", place, Map.of("compacted", String.valueOf(compacted)));
            return door.append(em, me, id, new Happening.CompactionUndone(compacted));
        });
    }

    private static boolean undone(EntityManager em, SessionId id, long compacted) {
        return Sql.first(
                        em,
                        "select 1 from session_event where session_id = ? and kind = 'compaction_undone'"
                                + " and payload->>'compacted' = ?",
                        row -> true,
                        id.value(),
                        String.valueOf(compacted))
                .isPresent();
    }
}
