package io.atmoshub.assistant.conversation;

import io.atmoshub.assistant.compaction.Compaction;
import io.atmoshub.assistant.model.Turn;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What a session's log says to a model.
final class Transcript {
    private static final String SUMMARY =
            "What was said in this session before, summed up. It is material, and nothing to be answered:\n\n";

    private Transcript() {}

    /// Every message up to the one that is answered, each followed by what the assistant did about it. A
    /// message that came while an earlier one was being answered stands after that answer.
    static List<Turn> turns(List<SessionEvent> events, UUID messageId) {
        Map<UUID, List<Turn>> byMessage = new LinkedHashMap<>();
        Map<RunId, UUID> answers = new HashMap<>();
        Map<CallId, RunId> open = new LinkedHashMap<>();
        Compaction compaction = Compaction.of(events);
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
                    open.put(e.call().id(), e.run());
                    add(byMessage, answers, e.run(), new Turn.Called(e.call()));
                }
                case Happening.ToolFinished e -> {
                    open.remove(e.call());
                    add(byMessage, answers, e.run(), new Turn.Returned(e.call(), e.outcome(), e.output()));
                }
                case Happening.MessageWithdrawn e -> byMessage.remove(e.messageId());
                default -> {}
            }
        }
        // A run that was deleted from under its calls: providers refuse a call without a result.
        open.forEach((call, run) -> add(
                byMessage, answers, run, new Turn.Returned(call, Outcome.UNKNOWN, "Nothing is known of its outcome.")));
        List<Turn> turns = new ArrayList<>();
        compaction.summary().ifPresent(summary -> turns.add(new Turn.Asked("Atmos Hub", SUMMARY + summary)));
        byMessage.keySet().removeAll(compaction.hidden());
        byMessage.values().forEach(turns::addAll);
        return turns;
    }

    /// Some of the messages with what was done about them, as one text.
    static String text(List<SessionEvent> events, Set<UUID> messages) {
        Map<RunId, UUID> answers = new HashMap<>();
        StringBuilder text = new StringBuilder();
        for (SessionEvent event : events) {
            switch (event.what()) {
                case Happening.RunStarted e -> answers.put(e.run(), e.messageId());
                case Happening.UserMessage e
                when messages.contains(e.messageId()) ->
                    text.append(event.actor().name())
                            .append(": ")
                            .append(e.text())
                            .append("\n\n");
                case Happening.AssistantText e
                when about(messages, answers, e.run()) ->
                    text.append("Assistant: ").append(e.text()).append("\n\n");
                case Happening.ToolCalled e
                when about(messages, answers, e.run()) ->
                    text.append("Tool: ").append(e.words()).append("\n\n");
                case Happening.ToolFinished e
                when about(messages, answers, e.run()) ->
                    text.append("Result (%s): ".formatted(e.outcome()))
                            .append(e.output(), 0, Math.min(e.output().length(), 2_000))
                            .append("\n\n");
                default -> {}
            }
        }
        return text.toString();
    }

    private static boolean about(Set<UUID> messages, Map<RunId, UUID> answers, RunId run) {
        UUID message = answers.get(run);
        return message != null && messages.contains(message);
    }

    private static void add(Map<UUID, List<Turn>> byMessage, Map<RunId, UUID> answers, RunId run, Turn turn) {
        UUID message = answers.get(run);
        if (message != null) {
            byMessage.getOrDefault(message, new ArrayList<>()).add(turn);
        }
    }
}
