package io.atmoshub.assistant.conversation;

import io.atmoshub.assistant.model.Turn;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What a session's log says to a model.
final class Transcript {
    private Transcript() {}

    /// Every message up to the one that is answered, each followed by what the assistant did about it. A
    /// message that came while an earlier one was being answered stands after that answer.
    static List<Turn> turns(List<SessionEvent> events, UUID messageId) {
        Map<UUID, List<Turn>> byMessage = new LinkedHashMap<>();
        Map<RunId, UUID> answers = new HashMap<>();
        Set<CallId> open = new LinkedHashSet<>();
        boolean later = false;
        for (SessionEvent event : events) {
            switch (event.what()) {
                case Happening.UserMessage e -> {
                    if (!later) {
                        byMessage
                                .computeIfAbsent(e.messageId(), _ -> new ArrayList<>())
                                .add(new Turn.Asked(event.actor().name(), e.text()));
                    }
                    later |= e.messageId().equals(messageId);
                }
                case Happening.RunStarted e -> answers.put(e.run(), e.messageId());
                case Happening.AssistantText e -> add(byMessage, answers, e.run(), new Turn.Said(e.text()));
                case Happening.ToolCalled e -> {
                    open.add(e.call().id());
                    add(byMessage, answers, e.run(), new Turn.Called(e.call()));
                }
                case Happening.ToolFinished e -> {
                    open.remove(e.call());
                    add(byMessage, answers, e.run(), new Turn.Returned(e.call(), e.outcome(), e.output()));
                }
                default -> {}
            }
        }
        List<Turn> turns = new ArrayList<>();
        byMessage.values().forEach(turns::addAll);
        // A run that was deleted from under its calls: providers refuse a call without a result.
        open.forEach(call -> turns.add(new Turn.Returned(call, Outcome.UNKNOWN, "Nothing is known of its outcome.")));
        return turns;
    }

    private static void add(Map<UUID, List<Turn>> byMessage, Map<RunId, UUID> answers, RunId run, Turn turn) {
        UUID message = answers.get(run);
        if (message != null) {
            byMessage.getOrDefault(message, new ArrayList<>()).add(turn);
        }
    }
}
