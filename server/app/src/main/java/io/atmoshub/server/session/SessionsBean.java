package io.atmoshub.server.session;

import static io.atmoshub.hub.ErrorCode.CONFLICT;
import static io.atmoshub.hub.ErrorCode.INVALID_INPUT;
import static io.atmoshub.hub.ErrorCode.NOT_FOUND;

import io.atmoshub.hub.HubException;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.model.ModelOffer;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.AgentOffer;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionFilter;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionListener;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Sessions;
import io.atmoshub.hub.session.Subscription;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.live.Following;
import io.atmoshub.server.node.Notice;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/// The sessions, for one caller.
final class SessionsBean implements Sessions {
    private static final int MOST_UNANSWERED = 50;

    private final Caller caller;
    private final SessionParts parts;
    private final SessionDoor door;

    SessionsBean(Caller caller, SessionParts parts) {
        this.caller = caller;
        this.parts = parts;
        this.door = new SessionDoor(caller, parts.access(), parts.log(), parts.audit());
    }

    @Override
    public Session create(NewSession session) {
        return parts.tx().call(em -> {
            Person me = parts.access().require(em, caller, Role.MEMBER, Scope.CHAT);
            checkProject(em, session.projectId());
            SessionEntity made = new SessionEntity(SessionId.random(), me.id(), session);
            em.persist(made);
            Map<String, String> detail =
                    Map.of("visibility", session.visibility().name());
            door.note(em, "session.create", made.id(), made.name(), detail);
            return view(em, me, made.id());
        });
    }

    @Override
    public Page<Session> list(SessionFilter filter, PageRequest page) {
        return parts.tx().call(em -> SessionList.page(em, door.reading(em), filter, page));
    }

    @Override
    public Session get(SessionId id) {
        return parts.tx().call(em -> view(em, door.reading(em), id));
    }

    @Override
    public Session rename(SessionId id, SessionName name) {
        return change(id, (em, session) -> {
            session.rename(name);
            door.note(em, "session.rename", id, name, Map.of());
            return new Happening.Renamed(name);
        });
    }

    @Override
    public Session share(SessionId id, Visibility visibility) {
        return change(id, (em, session) -> {
            session.show(visibility);
            door.note(em, "session.share", id, session.name(), Map.of("visibility", visibility.name()));
            return new Happening.Shared(visibility);
        });
    }

    @Override
    public List<AgentOffer> agents(SessionId id) {
        return new SessionAgents(parts.tx(), door).of(id);
    }

    @Override
    public SessionEvent chooseAgent(SessionId id, String name) {
        return new SessionAgents(parts.tx(), door).choose(id, name);
    }

    @Override
    public SessionEvent undoCompaction(SessionId id, long compacted) {
        return new SessionSummaries(parts.tx(), door).undo(id, compacted);
    }

    @Override
    public Session choose(SessionId id, ModelRef model) {
        return parts.tx().call(em -> {
            Person me = door.chatting(em);
            SessionPlace place = SessionPlace.speaking(em, me, id);
            ModelOffer offer = parts.models().offered(em, model);
            entity(em, id).choose(model);
            door.note(em, "session.model", place, Map.of("model", model.value()));
            door.append(em, me, id, new Happening.ModelChosen(model, offer.name()));
            return view(em, me, id);
        });
    }

    @Override
    public void delete(SessionId id) {
        parts.tx().run(em -> {
            door.note(em, "session.delete", SessionPlace.changing(em, door.chatting(em), id), Map.of());
            em.remove(entity(em, id));
            em.flush();
            Notice.send(em, Notice.Kind.DELETED, id);
            parts.tx().afterCommit(() -> {
                parts.engine().stop(id);
                parts.live().gone(id);
            });
        });
    }

    @Override
    public SessionEvent say(SessionId id, Message message) {
        return parts.tx().call(em -> {
            Person me = door.chatting(em);
            SessionPlace.speaking(em, me, id);
            Optional<SessionEvent> earlier = parts.log().message(em, id, message.id());
            if (earlier.isPresent()) {
                return earlier.get();
            }
            if (parts.runs().unfinished(em, id) >= MOST_UNANSWERED) {
                throw new HubException(
                        CONFLICT,
                        "%d messages of this session wait for an answer already.".formatted(MOST_UNANSWERED),
                        "Wait for the answers, or stop the run.");
            }
            entity(em, id).nameAfter(message.text());
            SessionEvent said =
                    door.append(em, me, id, new Happening.UserMessage(message.id(), message.text(), message.mode()));
            parts.runs().add(em, said, message.id(), caller);
            return said;
        });
    }

    @Override
    public List<SessionEvent> events(SessionId id, long after, int limit) {
        if (limit < 1 || limit > MOST_EVENTS) {
            throw new HubException(
                    INVALID_INPUT,
                    "1 to %,d events can be asked for at once; %,d were.".formatted(MOST_EVENTS, limit),
                    "Ask for fewer, then for those after the last one.");
        }
        return parts.tx().call(em -> {
            SessionPlace.seen(em, door.reading(em), id);
            return parts.log().after(em, id, after, limit);
        });
    }

    @Override
    public Subscription follow(SessionId id, long after, SessionListener listener) {
        Following following = parts.tx().call(em -> {
            Person me = door.reading(em);
            long lastSeq = view(em, me, id).lastSeq();
            boolean owner = SessionPlace.seen(em, me, id).rights().owns(me);
            // Who claims to have heard what is yet to come would miss that the session was made private.
            return new Following(caller, id, Math.clamp(after, 0, lastSeq), lastSeq, owner);
        });
        return parts.live().follow(following, listener);
    }

    @Override
    public SessionEvent answer(SessionId id, Answer answer) {
        return parts.tx().call(em -> {
            Person me = door.chatting(em);
            return parts.approvals().answer(em, door, me, SessionPlace.speaking(em, me, id), answer);
        });
    }

    @Override
    public void stop(SessionId id) {
        parts.tx().run(em -> {
            Person me = door.chatting(em);
            SessionPlace.speaking(em, me, id);
            parts.runs().stop(em, id, SessionDoor.actor(me));
        });
    }

    private Session change(SessionId id, BiFunction<EntityManager, SessionEntity, Happening> change) {
        return parts.tx().call(em -> {
            Person me = door.chatting(em);
            SessionPlace.changing(em, me, id);
            door.append(em, me, id, change.apply(em, entity(em, id)));
            return SessionList.evenPrivate(em, me, id).orElseThrow(() -> SessionPlace.notFound(id));
        });
    }

    /// Of a session that is locked.
    private static SessionEntity entity(EntityManager em, SessionId id) {
        return Objects.requireNonNull(em.find(SessionEntity.class, id.value()));
    }

    private static Session view(EntityManager em, Person me, SessionId id) {
        return SessionList.one(em, me, id).orElseThrow(() -> SessionPlace.notFound(id));
    }

    /// It can't be removed before the session is made.
    private static void checkProject(EntityManager em, ProjectId id) {
        if (Sql.first(em, "select 1 from project where id = ? for key share", row -> true, id.value())
                .isEmpty()) {
            throw new HubException(
                    NOT_FOUND, "There is no project \"%s\".".formatted(id), "Look at the list of projects.");
        }
    }
}
