package io.atmoshub.server.conversation;

import io.atmoshub.hub.conversation.BranchPoint;
import io.atmoshub.hub.conversation.Rewrite;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Sessions;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.session.SessionDoor;
import io.atmoshub.server.session.SessionPlace;
import java.util.Map;

/// Sessions that go on from an earlier point of another one. The events up to there are copied with their numbers,
/// which other events refer to.
record Branches(Tx tx, SessionDoor door, Sessions sessions) {
    Session branch(SessionId from, Rewrite rewrite) {
        return tx.call(em -> {
            Person me = door.chatting(em);
            SessionPlace old = SessionPlace.speaking(em, me, from);
            BranchPoint point = BranchPoint.before(rewrite.message(), door.log().after(em, from, 0, Integer.MAX_VALUE));
            Session made = sessions.create(new NewSession(
                    old.project(), BranchPoint.name(old.name()), old.rights().visibility()));
            door.log().copy(em, from, made.id(), point.last());
            Sql.update(
                    em,
                    "update session s set model = o.model from session o where s.id = ? and o.id = ?",
                    made.id().value(),
                    from.value());
            point.withdrawn()
                    .forEach(message -> door.append(em, me, made.id(), new Happening.MessageWithdrawn(message)));
            door.append(em, me, made.id(), new Happening.BranchBegun(from, old.name(), point.last()));
            door.append(em, me, from, new Happening.BranchedOff(made.id(), made.name(), rewrite.message()));
            door.note(
                    em,
                    "session.branch",
                    old,
                    Map.of("branch", made.id().toString(), "up_to", String.valueOf(point.last())));
            sessions.say(made.id(), rewrite.instead());
            return sessions.get(made.id());
        });
    }
}
