package io.atmoshub.server.conversation;

import io.atmoshub.assistant.file.Secrets;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.conversation.ImportedLog;
import io.atmoshub.hub.conversation.SessionExport;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Sessions;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.session.SessionDoor;
import io.atmoshub.server.session.SessionPlace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Sessions as files, on their way out and in.
record Exports(Tx tx, SessionDoor door, Sessions sessions) {
    SessionExport of(SessionId id) {
        return tx.call(em -> {
            Person me = door.reading(em);
            SessionPlace place = SessionPlace.seen(em, me, id);
            Session session = sessions.get(id);
            List<SessionEvent> events = door.log().after(em, id, 0, SessionExport.MOST_EVENTS + 1).stream()
                    .map(Exports::masked)
                    .toList();
            door.note(em, "session.export", place, Map.of("events", String.valueOf(events.size())));
            return SessionExport.of(session.name(), session.projectName(), Instant.now(), events);
        });
    }

    Session take(ProjectId project, SessionExport export) {
        return tx.call(em -> {
            Session made = sessions.create(new NewSession(project, export.name(), Visibility.PRIVATE));
            Person me = door.chatting(em);
            List<SessionEvent> log = ImportedLog.of(export, made.id(), SessionDoor.actor(me), Instant.now());
            door.log().adopt(em, made.id(), log);
            door.note(
                    em,
                    "session.import",
                    SessionPlace.speaking(em, me, made.id()),
                    Map.of("events", String.valueOf(log.size())));
            return sessions.get(made.id());
        });
    }

    /// Every text in it, wherever it stands: what people typed may hold a secret, too.
    private static SessionEvent masked(SessionEvent event) {
        JsonNode tree = HubJson.mapper().valueToTree(event);
        return HubJson.mapper().treeToValue(masked(tree), SessionEvent.class);
    }

    private static JsonNode masked(JsonNode node) {
        if (node instanceof StringNode text) {
            return StringNode.valueOf(Secrets.masked(text.stringValue()));
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(masked(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, masked(array.get(i)));
            }
        }
        return node;
    }
}
