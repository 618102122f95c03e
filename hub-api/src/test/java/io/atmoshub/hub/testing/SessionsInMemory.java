package io.atmoshub.hub.testing;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.policy.Grant;
import io.atmoshub.hub.policy.GrantId;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.AgentOffer;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Choice;
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
import io.atmoshub.hub.session.Verdict;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.token.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The sessions of the hub in memory.
record SessionsInMemory(Organisation org, WayIn way) implements Sessions {
    private static final List<AgentOffer> AGENTS = List.of(
            new AgentOffer("general", "General", "Everyday questions.", true, true),
            new AgentOffer("stack-analyzer", "Stack Analyzer", "How stacks are put together.", true, false));

    @Override
    public Session create(NewSession session) {
        return org.locked(() -> {
            Person me = org.require(way, Role.MEMBER, Scope.CHAT);
            if (!org.projects.containsKey(session.projectId())) {
                throw Organisation.notFound("project", session.projectId());
            }
            var room = new Room(org, me.id(), session);
            org.rooms.put(room.id, room);
            org.record(way, "session.create", "session", room.id, room.name, Map.of());
            return room.seenBy(me);
        });
    }

    @Override
    public Page<Session> list(SessionFilter filter, PageRequest page) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.READ);
            String text = filter.text() == null ? "" : filter.text().toLowerCase(Locale.ROOT);
            return Organisation.page(
                    org.rooms.values().stream()
                            .filter(r -> r.visibleTo(me))
                            .filter(r -> filter.projectId() == null || r.projectId.equals(filter.projectId()))
                            .filter(r -> r.name.value().toLowerCase(Locale.ROOT).contains(text))
                            .map(r -> r.seenBy(me))
                            .sorted(Comparator.comparing(Session::updatedAt).reversed())
                            .toList(),
                    page);
        });
    }

    @Override
    public Session get(SessionId id) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.READ);
            return visible(me, id).seenBy(me);
        });
    }

    @Override
    public Session rename(SessionId id, SessionName name) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.CHAT);
            Room room = owned(me, id);
            room.name = name;
            room.append(actor(me), new Happening.Renamed(name));
            org.record(way, "session.rename", "session", id, name, Map.of());
            return room.seenBy(me);
        });
    }

    @Override
    public Session share(SessionId id, Visibility visibility) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.CHAT);
            Room room = owned(me, id);
            room.visibility = visibility;
            room.append(actor(me), new Happening.Shared(visibility));
            org.record(way, "session.share", "session", id, room.name, Map.of("visibility", visibility.name()));
            return room.seenBy(me);
        });
    }

    @Override
    public List<AgentOffer> agents(SessionId id) {
        return org.locked(() -> {
            visible(org.require(way, Role.VIEWER, Scope.READ), id);
            return AGENTS;
        });
    }

    @Override
    public SessionEvent chooseAgent(SessionId id, String agent) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.CHAT);
            Room room = speaking(me, id);
            AgentOffer chosen = AGENTS.stream()
                    .filter(one -> one.name().equals(agent))
                    .findFirst()
                    .orElseThrow(() -> new HubException(
                            ErrorCode.INVALID_INPUT, "There is no agent \"%s\".".formatted(agent), "Choose another."));
            org.record(way, "session.agent", "session", id, room.name, Map.of("agent", agent));
            return room.append(actor(me), new Happening.AgentChosen(chosen.name(), chosen.displayName()));
        });
    }

    @Override
    public SessionEvent undoCompaction(SessionId id, long compacted) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.CHAT);
            Room room = speaking(me, id);
            if (room.log.stream().noneMatch(e -> e.seq() == compacted && e.what() instanceof Happening.Compacted)) {
                throw new HubException(
                        ErrorCode.INVALID_INPUT, "Event %d sums up nothing.".formatted(compacted), "Look again.");
            }
            if (room.log.stream().anyMatch(e -> e.what().equals(new Happening.CompactionUndone(compacted)))) {
                throw new HubException(ErrorCode.CONFLICT, "This was undone before.", "Look again.");
            }
            org.record(way, "session.compaction-undone", "session", id, room.name, Map.of());
            return room.append(actor(me), new Happening.CompactionUndone(compacted));
        });
    }

    @Override
    public Session choose(SessionId id, ModelRef model) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.CHAT);
            Room room = speaking(me, id);
            String name = ModelsInMemory.offered(org, model).name();
            room.model = model;
            room.append(actor(me), new Happening.ModelChosen(model, name));
            org.record(way, "session.model", "session", id, room.name, Map.of("model", model.value()));
            return room.seenBy(me);
        });
    }

    @Override
    public void delete(SessionId id) {
        org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.CHAT);
            Room room = owned(me, id);
            room.delete();
            org.record(way, "session.delete", "session", id, room.name, Map.of());
        });
    }

    @Override
    public SessionEvent say(SessionId id, Message message) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.CHAT);
            Room room = speaking(me, id);
            SessionEvent earlier = room.said.get(message.id());
            if (earlier != null) {
                return earlier;
            }
            if (room.said.isEmpty() && room.name.equals(SessionName.UNTITLED)) {
                String line = message.text()
                        .lines()
                        .findFirst()
                        .orElse("")
                        .replaceAll("\\p{C}", " ")
                        .strip();
                room.name = new SessionName(line.substring(0, Math.min(60, line.length())));
            }
            SessionEvent event =
                    room.append(actor(me), new Happening.UserMessage(message.id(), message.text(), message.mode()));
            room.said.put(message.id(), event);
            room.queue(message.id(), message.text());
            return event;
        });
    }

    @Override
    public List<SessionEvent> events(SessionId id, long after, int limit) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.READ);
            Room room = visible(me, id);
            if (limit < 1 || limit > MOST_EVENTS) {
                throw new HubException(
                        ErrorCode.INVALID_INPUT,
                        "1 to %,d events can be asked for at once.".formatted(MOST_EVENTS),
                        "Ask for fewer, then for those after the last one.");
            }
            return room.log.stream().skip(Math.max(0, after)).limit(limit).toList();
        });
    }

    @Override
    public Subscription follow(SessionId id, long after, SessionListener listener) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.READ);
            var pump = new Pump(org, way, visible(me, id), after, listener);
            Thread.ofVirtual().name("listener").start(pump::deliver);
            return pump;
        });
    }

    @Override
    public SessionEvent answer(SessionId id, Answer answer) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.CHAT);
            Room room = speaking(me, id);
            if (!room.mayAllowOnce(me)
                    || (answer.choice() == Choice.ALLOW_ALWAYS && !me.role().atLeast(Role.APPROVER))) {
                throw new HubException(
                        ErrorCode.NOT_ALLOWED, "You may not give this answer.", "Ask an approver to look at it.");
            }
            Happening.ApprovalAsked asked = room.asked.get(answer.call());
            if (asked == null || !asked.fingerprint().equals(answer.fingerprint())) {
                throw new HubException(
                        ErrorCode.CONFLICT,
                        "This call does not wait for that answer.",
                        "Look at the session; somebody may have answered.");
            }
            room.asked.remove(answer.call());
            Verdict verdict = answer.choice() == Choice.DENY ? Verdict.DENIED : Verdict.ALLOWED;
            room.answered.put(answer.call(), verdict);
            String rule = "Answered by " + me.name();
            if (answer.choice() == Choice.ALLOW_ALWAYS) {
                org.grants.add(new Organisation.OwnedGrant(
                        me.id(),
                        new Grant(
                                GrantId.random(),
                                room.projectId,
                                Objects.requireNonNull(org.projects.get(room.projectId))
                                        .name(),
                                asked.alwaysRule(),
                                org.now())));
                rule = asked.alwaysRule();
            }
            org.record(way, "tool.decide", "session", id, room.name, Map.of("verdict", verdict.name()));
            return room.append(
                    actor(me), new Happening.Decided(asked.run(), answer.call(), verdict, rule, answer.reason()));
        });
    }

    @Override
    public void stop(SessionId id) {
        org.locked(() -> speaking(org.require(way, Role.VIEWER, Scope.CHAT), id).stop());
    }

    static Actor actor(Person person) {
        return Actor.person(person.id(), person.name());
    }

    private Room visible(Person me, SessionId id) {
        Room room = org.rooms.get(id);
        if (room == null || !room.visibleTo(me)) {
            throw Organisation.notFound("session", id);
        }
        return room;
    }

    Room speaking(Person me, SessionId id) {
        Room room = visible(me, id);
        if (!me.role().atLeast(Role.MEMBER)) {
            throw new HubException(ErrorCode.NOT_ALLOWED, "Viewers read along.", "Ask an admin for the role member.");
        }
        return room;
    }

    private Room owned(Person me, SessionId id) {
        Room room = visible(me, id);
        if (!room.ownerId.equals(me.id()) && me.role() != Role.ADMIN) {
            throw new HubException(
                    ErrorCode.NOT_ALLOWED, "Only its owner or an admin changes a session.", "Ask its owner.");
        }
        return room;
    }
}
