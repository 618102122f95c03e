package io.atmoshub.assistant.compaction;

import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A message and all that was said and done about it, which stay together: a call is never without its result.
///
/// @param ended whether nothing more comes
record Exchange(
        UUID message,
        Actor person,
        String asked,
        List<String> said,
        List<String> did,
        long first,
        long last,
        long characters,
        boolean ended) {
    /// How many messages a model counts: this one, what was said, the calls.
    int messages() {
        return 1 + said.size() + did.size();
    }

    static List<Exchange> of(List<SessionEvent> events) {
        Map<UUID, Growing> all = new LinkedHashMap<>();
        Map<RunId, Growing> runs = new HashMap<>();
        for (SessionEvent event : events) {
            switch (event.what()) {
                case Happening.UserMessage e ->
                    all.put(e.messageId(), new Growing(e.messageId(), event.actor(), e.text(), event.seq()));
                case Happening.MessageWithdrawn e -> all.remove(e.messageId());
                case Happening.RunStarted e -> {
                    Growing begun = all.get(e.messageId());
                    if (begun != null) {
                        runs.put(e.run(), begun);
                        begun.last = event.seq();
                    }
                }
                case Happening.AssistantText e ->
                    grow(runs, e.run(), event).said.add(e.text());
                case Happening.ToolCalled e -> grow(runs, e.run(), event).did.add(e.words());
                case Happening.ToolFinished e ->
                    grow(runs, e.run(), event).results += e.output().length();
                case Happening.RunFinished e -> grow(runs, e.run(), event).ended = true;
                case Happening.RunFailed e -> grow(runs, e.run(), event).ended = true;
                case Happening.RunCancelled e -> grow(runs, e.run(), event).ended = true;
                default -> {}
            }
        }
        // Runs of a session take turns: what stands before one that began is over, if only because it was stopped.
        List<Growing> inOrder = List.copyOf(all.values());
        int begun = inOrder.size() - 1;
        while (begun >= 0 && !runs.containsValue(inOrder.get(begun))) {
            begun--;
        }
        for (int i = 0; i < begun; i++) {
            inOrder.get(i).ended = true;
        }
        return inOrder.stream().map(Growing::done).toList();
    }

    private static Growing grow(Map<RunId, Growing> runs, RunId run, SessionEvent event) {
        Growing growing = runs.getOrDefault(run, new Growing(run.value(), event.actor(), "", event.seq()));
        growing.last = event.seq();
        return growing;
    }

    private static final class Growing {
        private final UUID message;
        private final Actor person;
        private final String asked;
        private final List<String> said = new ArrayList<>();
        private final List<String> did = new ArrayList<>();
        private final long first;
        private long last;
        private long results;
        private boolean ended;

        Growing(UUID message, Actor person, String asked, long first) {
            this.message = message;
            this.person = person;
            this.asked = asked;
            this.first = first;
            this.last = first;
        }

        Exchange done() {
            long words = asked.length()
                    + said.stream().mapToLong(String::length).sum()
                    + did.stream().mapToLong(String::length).sum();
            return new Exchange(
                    message, person, asked, List.copyOf(said), List.copyOf(did), first, last, words + results, ended);
        }
    }
}
