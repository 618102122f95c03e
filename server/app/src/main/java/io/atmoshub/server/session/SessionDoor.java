package io.atmoshub.server.session;

import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.audit.AuditObject;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.log.SessionLog;
import jakarta.persistence.EntityManager;
import java.util.Map;

/// How one caller comes to sessions: who they are, and how what they do gets into the session's log and the audit log.
public record SessionDoor(Caller caller, Access access, SessionLog log, Audit audit) {
    public Person reading(EntityManager em) {
        return access.require(em, caller, Role.VIEWER, Scope.READ);
    }

    /// What more it takes depends on the session.
    public Person chatting(EntityManager em) {
        return access.require(em, caller, Role.VIEWER, Scope.CHAT);
    }

    /// The session is locked, or was made in this transaction.
    public SessionEvent append(EntityManager em, Person me, SessionId id, Happening what) {
        return log.append(em, id, actor(me), what).orElseThrow(() -> SessionPlace.notFound(id));
    }

    public void note(EntityManager em, String action, SessionPlace place, Map<String, String> detail) {
        note(em, action, place.id(), place.name(), detail);
    }

    void note(EntityManager em, String action, SessionId id, SessionName name, Map<String, String> detail) {
        audit.record(em, caller, action, new AuditObject("session", id.toString(), name.value()), Audit.OK, detail);
    }

    public static Actor actor(Person person) {
        return Actor.person(person.id(), person.name());
    }
}
