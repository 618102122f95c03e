package io.atmoshub.hub.conversation;

import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What of an exported session is taken in: what was said, which tools were called and what came of it, with an end for
/// everything that has none. Anybody can write such a file, so nothing in it counts as anybody's decision: approvals,
/// written files and choices stay behind, and nobody's name in it is bound to a person here.
public final class ImportedLog {
    private final SessionId session;
    private final Instant now;
    private final List<SessionEvent> log = new ArrayList<>();
    private final Set<UUID> messages = new LinkedHashSet<>();
    private final Set<UUID> open = new LinkedHashSet<>();
    private final Set<RunId> known = new LinkedHashSet<>();
    private final Set<RunId> running = new LinkedHashSet<>();
    private final Map<CallId, RunId> calls = new LinkedHashMap<>();

    private ImportedLog(SessionId session, Instant now) {
        this.session = session;
        this.now = now;
    }

    /// Numbered from 1.
    public static List<SessionEvent> of(SessionExport export, SessionId session, Actor importer, Instant now) {
        var imported = new ImportedLog(session, now);
        export.events().forEach(imported::take);
        imported.end();
        imported.add(importer, now, new Happening.Imported(export.name(), export.project(), export.exportedAt()));
        return List.copyOf(imported.log);
    }

    private void take(SessionEvent event) {
        switch (event.what()) {
            case Happening.UserMessage it -> {
                if (messages.add(it.messageId())) {
                    open.add(it.messageId());
                    String text = new Message(it.messageId(), it.text()).text();
                    add(event, new Happening.UserMessage(it.messageId(), text, it.mode()));
                }
            }
            case Happening.MessageWithdrawn it -> addIf(open.remove(it.messageId()), event);
            case Happening.RunStarted it -> {
                boolean begins = messages.contains(it.messageId()) && known.add(it.run());
                if (begins) {
                    open.remove(it.messageId());
                    running.add(it.run());
                }
                addIf(begins, event);
            }
            case Happening.AssistantText it -> addIf(running.contains(it.run()), event);
            case Happening.ToolCalled it -> {
                boolean calls = running.contains(it.run())
                        && !this.calls.containsKey(it.call().id());
                if (calls) {
                    this.calls.put(it.call().id(), it.run());
                }
                addIf(calls, event);
            }
            case Happening.ToolFinished it -> addIf(calls.remove(it.call(), it.run()), event);
            case Happening.RunFinished it -> ended(it.run(), event);
            case Happening.RunFailed it -> ended(it.run(), event);
            case Happening.RunCancelled it -> ended(it.run(), event);
            default -> {}
        }
    }

    private void ended(RunId run, SessionEvent event) {
        if (running.remove(run)) {
            endCalls(run);
            add(event, event.what());
        }
    }

    private void end() {
        for (RunId run : List.copyOf(running)) {
            endCalls(run);
            add(Actor.HUB, now, new Happening.RunCancelled(run));
        }
        open.forEach(message -> add(Actor.HUB, now, new Happening.MessageWithdrawn(message)));
    }

    private void endCalls(RunId run) {
        calls.entrySet().removeIf(call -> {
            if (call.getValue().equals(run)) {
                add(
                        Actor.HUB,
                        now,
                        new Happening.ToolFinished(
                                run, call.getKey(), Outcome.UNKNOWN, "unknown", "Nothing is known of its outcome."));
            }
            return call.getValue().equals(run);
        });
    }

    private void addIf(boolean fits, SessionEvent event) {
        if (fits) {
            add(event, event.what());
        }
    }

    private void add(SessionEvent event, Happening what) {
        Actor actor =
                switch (event.actor().kind()) {
                    case PERSON ->
                        new Actor(Actor.Kind.PERSON, null, event.actor().name());
                    case ASSISTANT -> Actor.ASSISTANT;
                    case HUB -> Actor.HUB;
                };
        add(actor, event.at().isAfter(now) ? now : event.at(), what);
    }

    private void add(Actor actor, Instant at, Happening what) {
        log.add(new SessionEvent(session, log.size() + 1L, at, actor, what));
    }
}
