package io.atmoshub.assistant.compaction;

import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.SessionEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What a model no longer sees of a session, and the summary in its place. The log stays as it is.
///
/// @param hidden the messages that are summed up, each with all that was done about it
public record Compaction(Set<UUID> hidden, Optional<String> summary) {
    /// A range of the log that may be summed up, in full: whole exchanges, from the beginning of the session.
    ///
    /// @param messages what is summed up, and `count` how many messages of a model that is
    /// @param before the summary of what came earlier, which the new one takes in
    public record Plan(long from, long to, Set<UUID> messages, int count, Optional<String> before, List<String> lines) {
        public Plan {
            messages = Set.copyOf(messages);
            lines = List.copyOf(lines);
        }
    }

    private static final int SHOWN = 160;
    /// About 100,000 tokens: half of what today's models take, for prompt, tools and answer need room too.
    private static final long FULL = 400_000;

    public Compaction {
        hidden = Set.copyOf(hidden);
    }

    /// As the log says: the latest compaction that was not undone.
    public static Compaction of(List<SessionEvent> events) {
        return latest(events)
                .map(compacted -> new Compaction(within(events, compacted.to()), Optional.of(compacted.summary())))
                .orElse(new Compaction(Set.of(), Optional.empty()));
    }

    /// What is to be summed up before this message is answered, if the settings want it. After somebody undid one, a
    /// session is left alone.
    public static Optional<Plan> due(List<SessionEvent> events, UUID answering, CompactionSettings settings) {
        boolean undone = events.stream().anyMatch(event -> event.what() instanceof Happening.CompactionUndone);
        boolean full = count(events) >= settings.most() * settings.trigger()
                || characters(events) >= FULL * settings.trigger();
        return settings.enabled() && !undone && full ? plan(events, answering, settings) : Optional.empty();
    }

    /// What can be summed up, whether it is due or not.
    public static Optional<Plan> plan(List<SessionEvent> events, UUID answering, CompactionSettings settings) {
        Compaction now = of(events);
        List<Exchange> seen = seen(events, now);
        int all = seen.stream().mapToInt(Exchange::messages).sum();
        int wanted = (int) Math.floor(all * settings.ratio());
        List<Exchange> taken = new ArrayList<>();
        int messages = 0;
        while (taken.size() < seen.size()) {
            List<Exchange> next = together(seen.subList(taken.size(), seen.size()));
            boolean stays =
                    next.stream().anyMatch(one -> !one.ended() || one.message().equals(answering));
            int with = messages + next.stream().mapToInt(Exchange::messages).sum();
            if (stays || all - with < settings.recent() || (!taken.isEmpty() && with > wanted)) {
                break;
            }
            taken.addAll(next);
            messages = with;
        }
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        long to = taken.stream().mapToLong(Exchange::last).max().orElseThrow();
        // One that was said in between and answered later is not summed up: it ends after the range.
        Set<UUID> which = taken.stream().map(Exchange::message).collect(Collectors.toUnmodifiableSet());
        return Optional.of(new Plan(1, to, which, messages, now.summary(), lines(taken)));
    }

    /// The first one, and what came and was over while it was answered.
    private static List<Exchange> together(List<Exchange> rest) {
        int end = 1;
        while (end < rest.size() && rest.get(end).last() <= rest.getFirst().last()) {
            end++;
        }
        return rest.subList(0, end);
    }

    private static long characters(List<SessionEvent> events) {
        return seen(events, of(events)).stream().mapToLong(Exchange::characters).sum();
    }

    /// How many messages a model sees.
    static int count(List<SessionEvent> events) {
        Compaction now = of(events);
        return seen(events, now).stream().mapToInt(Exchange::messages).sum()
                + (now.summary().isPresent() ? 1 : 0);
    }

    private static List<Exchange> seen(List<SessionEvent> events, Compaction now) {
        return Exchange.of(events).stream()
                .filter(exchange -> !now.hidden().contains(exchange.message()))
                .toList();
    }

    private static Optional<Happening.Compacted> latest(List<SessionEvent> events) {
        Set<Long> undone = new HashSet<>();
        events.forEach(event -> {
            if (event.what() instanceof Happening.CompactionUndone(long compacted)) {
                undone.add(compacted);
            }
        });
        return events.reversed().stream()
                .filter(event -> !undone.contains(event.seq()))
                .map(SessionEvent::what)
                .filter(Happening.Compacted.class::isInstance)
                .map(Happening.Compacted.class::cast)
                .findFirst();
    }

    private static Set<UUID> within(List<SessionEvent> events, long to) {
        Set<UUID> hidden = new HashSet<>();
        for (Exchange exchange : Exchange.of(events)) {
            if (!exchange.ended() || exchange.last() > to) {
                break;
            }
            hidden.add(exchange.message());
        }
        return hidden;
    }

    /// What was said and done, a line each.
    private static List<String> lines(List<Exchange> exchanges) {
        List<String> lines = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            lines.add("%s asked: %s".formatted(exchange.person().name(), shown(exchange.asked())));
            exchange.did().forEach(did -> lines.add("The assistant did: " + shown(did)));
            exchange.said().forEach(said -> lines.add("The assistant said: " + shown(said)));
        }
        return lines;
    }

    private static String shown(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        int signs = line.codePointCount(0, line.length());
        return signs <= SHOWN ? line : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
