package io.atmoshub.hub.conversation;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Where a branch leaves a session: it takes the events up to `last` along. A message that came while another one was
/// answered is in between then, and counts as withdrawn.
public record BranchPoint(long last, Set<UUID> withdrawn) {
    public BranchPoint {
        withdrawn = Set.copyOf(withdrawn);
    }

    /// Before the answer to this message.
    public static BranchPoint before(UUID message, List<SessionEvent> events) {
        long said = 0;
        for (SessionEvent event : events) {
            if (event.what() instanceof Happening.UserMessage it
                    && it.messageId().equals(message)) {
                said = event.seq();
            } else if (event.what() instanceof Happening.RunStarted it
                    && it.messageId().equals(message)) {
                return between(said, event.seq(), events);
            }
        }
        if (said == 0) {
            throw new HubException(
                    ErrorCode.NOT_FOUND,
                    "There is no message %s in this session.".formatted(message),
                    "Look at the session.");
        }
        throw new HubException(
                ErrorCode.CONFLICT,
                "Nothing has answered this message yet, so there is nothing to branch off from.",
                "Withdraw it and write another, or wait for its answer.");
    }

    /// What the branch of a session is called at first.
    public static SessionName name(SessionName session) {
        String word = " (branch)";
        String name = session.value();
        if (name.endsWith(word)) {
            return session;
        }
        int room = SessionName.LONGEST - word.length();
        boolean fits = name.codePointCount(0, name.length()) <= room;
        return new SessionName((fits
                        ? name
                        : name.substring(0, name.offsetByCodePoints(0, room - 1))
                                        .strip() + "…")
                + word);
    }

    private static BranchPoint between(long said, long started, List<SessionEvent> events) {
        boolean atOnce = events.stream()
                .filter(event -> event.seq() > said && event.seq() < started)
                .allMatch(event -> event.what() instanceof Happening.UserMessage
                        || event.what() instanceof Happening.MessageWithdrawn);
        if (atOnce) {
            return new BranchPoint(said - 1, Set.of());
        }
        Set<UUID> open = new LinkedHashSet<>();
        for (SessionEvent event : events) {
            if (event.seq() < started) {
                switch (event.what()) {
                    case Happening.UserMessage it -> open.add(it.messageId());
                    case Happening.RunStarted it -> open.remove(it.messageId());
                    case Happening.MessageWithdrawn it -> open.remove(it.messageId());
                    default -> {}
                }
            }
        }
        return new BranchPoint(started - 1, open);
    }
}
