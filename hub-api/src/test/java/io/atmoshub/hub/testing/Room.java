package io.atmoshub.hub.testing;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.Activity;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Verdict;
import io.atmoshub.hub.session.Visibility;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One session in memory: its log, what waits for an answer, and the runs. Everything under the hub's lock.
final class Room {
    record Queued(RunId run, UUID messageId, String text) {}

    final Organisation org;
    final SessionId id = SessionId.random();
    final ProjectId projectId;
    final PersonId ownerId;
    final List<SessionEvent> log = new ArrayList<>();
    final Map<UUID, SessionEvent> said = new HashMap<>();
    final Map<CallId, Happening.ApprovalAsked> asked = new LinkedHashMap<>();
    final Map<CallId, Verdict> answered = new HashMap<>();
    SessionName name;
    Visibility visibility;
    boolean deleted;

    @Nullable
    ModelRef model;

    @Nullable
    Stage onStage;

    private final Deque<Queued> queue = new ArrayDeque<>();
    private final Instant createdAt;
    private Instant updatedAt;

    Room(Organisation org, PersonId owner, NewSession session) {
        this.org = org;
        this.ownerId = owner;
        this.projectId = session.projectId();
        this.name = session.name() == null ? SessionName.UNTITLED : session.name();
        this.visibility = session.visibility();
        this.createdAt = org.now();
        this.updatedAt = createdAt;
    }

    boolean visibleTo(Person person) {
        return !deleted && (person.id().equals(ownerId) || visibility == Visibility.SHARED);
    }

    boolean mayAllowOnce(Person person) {
        return person.role().atLeast(Role.APPROVER)
                || (person.role().atLeast(Role.MEMBER) && person.id().equals(ownerId));
    }

    SessionEvent append(Actor actor, Happening what) {
        if (deleted) {
            throw new HubException(ErrorCode.NOT_FOUND, "The session was deleted.", "Start another.");
        }
        updatedAt = org.now();
        var event = new SessionEvent(id, log.size() + 1L, updatedAt, actor, what);
        log.add(event);
        org.changed.signalAll();
        return event;
    }

    void queue(UUID messageId, String text) {
        queue.add(new Queued(RunId.random(), messageId, text));
        next();
    }

    /// Whether it was still waiting for its turn.
    boolean unqueue(UUID messageId) {
        return queue.removeIf(queued -> queued.messageId().equals(messageId));
    }

    /// What another session had up to a number, as if it had been said here.
    void copy(Room from, long last) {
        from.log.stream()
                .limit(last)
                .forEach(event -> adopt(new SessionEvent(id, event.seq(), event.at(), event.actor(), event.what())));
        model = from.model;
    }

    void adopt(SessionEvent event) {
        log.add(event);
        if (event.what() instanceof Happening.UserMessage message) {
            said.put(message.messageId(), event);
        }
    }

    void next() {
        if (onStage == null && !queue.isEmpty() && !deleted) {
            onStage = new Stage(this, queue.remove());
            Thread.ofVirtual().name("run").start(onStage::play);
        }
    }

    void stop() {
        queue.forEach(q -> append(Actor.HUB, new Happening.RunCancelled(q.run())));
        queue.clear();
        asked.clear();
        if (onStage != null) {
            onStage.stop();
        }
    }

    void delete() {
        if (!deleted) {
            stop();
            deleted = true;
            org.rooms.remove(id);
        }
    }

    Activity activity() {
        if (!asked.isEmpty()) {
            return Activity.WAITING;
        }
        return onStage == null && queue.isEmpty() ? Activity.IDLE : Activity.WORKING;
    }

    Session seenBy(Person person) {
        return new Session(
                id,
                name,
                projectId,
                java.util.Objects.requireNonNull(org.projects.get(projectId)).name(),
                ownerId,
                java.util.Objects.requireNonNull(org.people.get(ownerId)).name(),
                visibility,
                activity(),
                !asked.isEmpty() && mayAllowOnce(person),
                model,
                log.size(),
                createdAt,
                updatedAt);
    }
}
