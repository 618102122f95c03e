package io.atmoshub.assistant.conversation;

import io.atmoshub.assistant.model.Usage;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// A log in memory whose events have been through JSON, as those of a database have.
final class TestLog implements RunLog {
    static final Actor ANA = new Actor(Actor.Kind.PERSON, null, "Ana");

    final SessionId session = SessionId.random();
    final RunId run;
    final UUID message;
    final List<SessionEvent> events = new ArrayList<>();
    final List<LiveText> live = new ArrayList<>();
    final BlockingQueue<Usage> bills = new LinkedBlockingQueue<>();
    Consumer<SessionEvent> onAppend = _ -> {};
    Consumer<LiveText> onLive = _ -> {};
    boolean stale;

    TestLog(String question) {
        this(Message.of(question));
    }

    TestLog(Message asked) {
        run = RunId.random();
        message = asked.id();
        append(ANA, new Happening.UserMessage(asked.id(), asked.text(), asked.mode()));
    }

    /// The same session, where somebody says something more.
    TestLog(TestLog before, Message asked) {
        run = RunId.random();
        message = asked.id();
        events.addAll(before.events);
        append(ANA, new Happening.UserMessage(asked.id(), asked.text(), asked.mode()));
    }

    TestLog(TestLog other, int first) {
        run = other.run;
        message = other.message;
        events.addAll(other.events.subList(0, first));
    }

    @Override
    public List<SessionEvent> history() {
        return List.copyOf(events);
    }

    @Override
    public SessionEvent append(Actor actor, Happening what) {
        if (stale) {
            throw new StaleRunException("somebody else is at it");
        }
        SessionEvent event = HubJson.read(
                HubJson.write(new SessionEvent(session, events.size() + 1L, Instant.now(), actor, what)),
                SessionEvent.class);
        events.add(event);
        onAppend.accept(event);
        return event;
    }

    @Override
    public void live(LiveText piece) {
        live.add(piece);
        onLive.accept(piece);
    }

    @Override
    public void used(RunId run, Spent spent) {
        bills.add(spent.usage());
    }

    UUID firstMessage() {
        return ((Happening.UserMessage) events.getFirst().what()).messageId();
    }

    <T extends Happening> List<T> all(Class<T> kind) {
        return events.stream()
                .map(SessionEvent::what)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    <T extends Happening> T only(Class<T> kind) {
        List<T> found = all(kind);
        if (found.size() != 1) {
            throw new AssertionError("%d of %s in %s".formatted(found.size(), kind.getSimpleName(), kinds()));
        }
        return found.getFirst();
    }

    List<String> kinds() {
        return events.stream().map(e -> e.what().getClass().getSimpleName()).toList();
    }
}
