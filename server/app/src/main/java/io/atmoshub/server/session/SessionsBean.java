package io.atmoshub.server.session;

import static io.atmoshub.hub.ErrorCode.CONFLICT;
import static io.atmoshub.hub.ErrorCode.INVALID_INPUT;
import static io.atmoshub.hub.ErrorCode.NOT_ALLOWED;
import static io.atmoshub.hub.ErrorCode.NOT_FOUND;

import io.atmoshub.assistant.agent.Agent;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.model.ModelOffer;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.Actor;
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
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.audit.AuditObject;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.live.Following;
import io.atmoshub.server.node.Notice;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// The sessions, for one caller.
final class SessionsBean implements Sessions {
    private static final int MOST_UNANSWERED = 50;

    private final Caller caller;
    private final SessionParts parts;

    SessionsBean(Caller caller, SessionParts parts) {
        this.caller = caller;
        this.parts = parts;
    }

    @Override
    public Session create(NewSession session) {
        return parts.tx().call(em -> {
            Person me = parts.access().require(em, caller, Role.MEMBER, Scope.CHAT);
            checkProject(em, session.projectId());
            SessionEntity made = new SessionEntity(SessionId.random(), me.id(), session);
            em.persist(made);
            note(
                    em,
                    "session.create",
                    made,
                    Map.of("visibility", session.visibility().name()));
            return view(em, me, made.id());
        });
    }

    @Override
    public Page<Session> list(SessionFilter filter, PageRequest page) {
        return parts.tx().call(em -> SessionList.page(em, reading(em), filter, page));
    }

    @Override
    public Session get(SessionId id) {
        return parts.tx().call(em -> view(em, reading(em), id));
    }

    @Override
    public Session rename(SessionId id, SessionName name) {
        return change(id, (em, session) -> {
            session.rename(name);
            note(em, "session.rename", session, Map.of());
            return new Happening.Renamed(name);
        });
    }

    @Override
    public Session share(SessionId id, Visibility visibility) {
        return change(id, (em, session) -> {
            session.show(visibility);
            note(em, "session.share", session, Map.of("visibility", visibility.name()));
            return new Happening.Shared(visibility);
        });
    }

    @Override
    public List<AgentOffer> agents(SessionId id) {
        Path folder = parts.tx()
                .call(em -> SessionAgents.folder(
                        em, visible(em, reading(em), id, LockModeType.NONE).project()));
        return SessionAgents.in(folder).offers();
    }

    @Override
    public SessionEvent chooseAgent(SessionId id, String name) {
        Path folder = parts.tx()
                .call(em ->
                        SessionAgents.folder(em, speaking(em, chatting(em), id).project()));
        Agent agent = SessionAgents.in(folder).chosen(name);
        return parts.tx().call(em -> {
            Person me = chatting(em);
            note(em, "session.agent", speaking(em, me, id), Map.of("agent", agent.name()));
            return append(em, me, id, new Happening.AgentChosen(agent.name(), agent.displayName()));
        });
    }

    @Override
    public SessionEvent undoCompaction(SessionId id, long compacted) {
        return parts.tx().call(em -> {
            Person me = chatting(em);
            SessionEntity session = speaking(em, me, id);
            List<SessionEvent> found = parts.log().after(em, id, compacted - 1, 1);
            if (found.isEmpty() || !(found.getFirst().what() instanceof Happening.Compacted)) {
                throw new HubException(
                        INVALID_INPUT, "Event %d sums up nothing.".formatted(compacted), "Look at the session.");
            }
            boolean undone = Sql.first(
                            em,
                            "select 1 from session_event where session_id = ? and kind = 'compaction_undone'"
                                    + " and payload->>'compacted' = ?",
                            row -> true,
                            id.value(),
                            String.valueOf(compacted))
                    .isPresent();
            if (undone) {
                throw new HubException(CONFLICT, "This was undone before.", "Look at the session.");
            }
            note(em, "session.compaction-undone", session, Map.of("compacted", String.valueOf(compacted)));
            return append(em, me, id, new Happening.CompactionUndone(compacted));
        });
    }

    @Override
    public Session choose(SessionId id, ModelRef model) {
        return parts.tx().call(em -> {
            Person me = chatting(em);
            SessionEntity session = speaking(em, me, id);
            ModelOffer offer = parts.models().offered(em, model);
            session.choose(model);
            note(em, "session.model", session, Map.of("model", model.value()));
            append(em, me, id, new Happening.ModelChosen(model, offer.name()));
            return view(em, me, id);
        });
    }

    @Override
    public void delete(SessionId id) {
        parts.tx().run(em -> {
            Person me = chatting(em);
            SessionEntity session = owned(em, me, id);
            note(em, "session.delete", session, Map.of());
            em.remove(session);
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
            Person me = chatting(em);
            SessionEntity session = speaking(em, me, id);
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
            session.nameAfter(message.text());
            SessionEvent said = append(em, me, id, new Happening.UserMessage(message.id(), message.text()));
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
            visible(em, reading(em), id, LockModeType.NONE);
            return parts.log().after(em, id, after, limit);
        });
    }

    @Override
    public Subscription follow(SessionId id, long after, SessionListener listener) {
        Following following = parts.tx().call(em -> {
            Person me = reading(em);
            long lastSeq = view(em, me, id).lastSeq();
            boolean owner = visible(em, me, id, LockModeType.NONE).ownedBy(me);
            // Who claims to have heard what is yet to come would miss that the session was made private.
            return new Following(caller, id, Math.clamp(after, 0, lastSeq), lastSeq, owner);
        });
        return parts.live().follow(following, listener);
    }

    @Override
    public SessionEvent answer(SessionId id, Answer answer) {
        return parts.tx().call(em -> {
            Person me = chatting(em);
            SessionEntity session = speaking(em, me, id);
            return parts.approvals().answer(em, caller, me, session, answer);
        });
    }

    @Override
    public void stop(SessionId id) {
        parts.tx().run(em -> {
            Person me = chatting(em);
            speaking(em, me, id);
            parts.runs().stop(em, id, actor(me));
        });
    }

    static Actor actor(Person person) {
        return Actor.person(person.id(), person.name());
    }

    private Session change(SessionId id, BiFunction<EntityManager, SessionEntity, Happening> change) {
        return parts.tx().call(em -> {
            Person me = chatting(em);
            append(em, me, id, change.apply(em, owned(em, me, id)));
            return SessionList.evenPrivate(em, me, id).orElseThrow(() -> notFound(id));
        });
    }

    private SessionEvent append(EntityManager em, Person me, SessionId id, Happening what) {
        return parts.log().append(em, id, actor(me), what).orElseThrow(() -> notFound(id));
    }

    private Person reading(EntityManager em) {
        return parts.access().require(em, caller, Role.VIEWER, Scope.READ);
    }

    private Person chatting(EntityManager em) {
        return parts.access().require(em, caller, Role.VIEWER, Scope.CHAT);
    }

    private static Session view(EntityManager em, Person me, SessionId id) {
        return SessionList.one(em, me, id).orElseThrow(() -> notFound(id));
    }

    /// Somebody else's private session is not there at all, whoever asks.
    private static SessionEntity visible(EntityManager em, Person me, SessionId id, LockModeType lock) {
        SessionEntity session = em.find(SessionEntity.class, id.value(), lock);
        if (session == null || !session.visibleTo(me)) {
            throw notFound(id);
        }
        return session;
    }

    private static SessionEntity speaking(EntityManager em, Person me, SessionId id) {
        SessionEntity session = visible(em, me, id, LockModeType.PESSIMISTIC_WRITE);
        if (!me.role().atLeast(Role.MEMBER)) {
            throw new HubException(
                    NOT_ALLOWED, "Viewers read along, no more.", "Ask an admin for the role \"member\".");
        }
        return session;
    }

    private static SessionEntity owned(EntityManager em, Person me, SessionId id) {
        SessionEntity session = visible(em, me, id, LockModeType.PESSIMISTIC_WRITE);
        if (!session.changedBy(me)) {
            throw new HubException(
                    NOT_ALLOWED, "Only its owner and admins change a session.", "Ask its owner to do it.");
        }
        return session;
    }

    /// It can't be removed before the session is made.
    private static void checkProject(EntityManager em, ProjectId id) {
        if (Sql.first(em, "select 1 from project where id = ? for key share", row -> true, id.value())
                .isEmpty()) {
            throw new HubException(
                    NOT_FOUND, "There is no project \"%s\".".formatted(id), "Look at the list of projects.");
        }
    }

    private void note(EntityManager em, String action, SessionEntity session, Map<String, String> detail) {
        AuditObject object = new AuditObject("session", session.id().toString(), session.name());
        parts.audit().record(em, caller, action, object, Audit.OK, detail);
    }

    private static HubException notFound(SessionId id) {
        return new HubException(
                NOT_FOUND,
                "There is no session \"%s\".".formatted(id),
                "See your sessions with: atmos ai sessions list");
    }
}
