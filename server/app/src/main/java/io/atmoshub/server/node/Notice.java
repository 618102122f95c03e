package io.atmoshub.server.node;

import io.atmoshub.hub.session.SessionId;
import io.atmoshub.server.database.Sql;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/// News about a session for all nodes. It says where to look, never what there is to see.
public record Notice(Kind kind, SessionId session, long seq) {
    /// The PostgreSQL channel of all notices.
    public static final String CHANNEL = "atmos_hub";

    /// What happened.
    public enum Kind {
        /// An event of this number.
        APPENDED,
        DELETED,
        /// A run waits for a node.
        QUEUED,
        /// A node took up a run and has its live text.
        TAKEN,
        /// Somebody wants the run stopped.
        STOP
    }

    /// Sent with the transaction's commit.
    public static void send(EntityManager em, Kind kind, SessionId session) {
        Sql.list(em, "select pg_notify(?, ?)", row -> kind, CHANNEL, new Notice(kind, session, 0).text());
    }

    public String text() {
        return kind + " " + session + " " + seq;
    }

    /// Nothing for what another version of the hub may say.
    static Optional<Notice> parse(String text) {
        String[] parts = text.split(" ", -1);
        try {
            return parts.length == 3
                    ? Optional.of(new Notice(
                            Kind.valueOf(parts[0]), new SessionId(UUID.fromString(parts[1])), Long.parseLong(parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
