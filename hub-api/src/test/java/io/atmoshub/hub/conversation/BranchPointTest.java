package io.atmoshub.hub.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BranchPointTest {
    private static final SessionId SESSION = SessionId.random();
    private final RunId run = RunId.random();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID third = UUID.randomUUID();

    @Test
    void aMessageThatWasTakenUpAtOnceIsLeftOut() {
        var events = log(
                new Happening.UserMessage(first, "one"),
                new Happening.RunStarted(run, first, "m"),
                new Happening.RunFinished(run),
                new Happening.UserMessage(second, "two"),
                new Happening.RunStarted(RunId.random(), second, "m"));

        assertThat(BranchPoint.before(second, events)).isEqualTo(new BranchPoint(3, Set.of()));
        assertThat(BranchPoint.before(first, events)).isEqualTo(new BranchPoint(0, Set.of()));
    }

    @Test
    void theAnswerThatAMessageWaitedForComesAlongAndWhatWaitedIsWithdrawn() {
        var events = log(
                new Happening.UserMessage(first, "one"),
                new Happening.RunStarted(run, first, "m"),
                new Happening.UserMessage(second, "two"),
                new Happening.UserMessage(third, "three"),
                new Happening.AssistantText(run, 0, "the answer"),
                new Happening.RunFinished(run),
                new Happening.RunStarted(RunId.random(), second, "m"));

        assertThat(BranchPoint.before(second, events)).isEqualTo(new BranchPoint(6, Set.of(second, third)));
    }

    @Test
    void aBranchSaysSoInItsNameOnceAndShortly() {
        assertThat(BranchPoint.name(new SessionName("Network")).value()).isEqualTo("Network (branch)");
        assertThat(BranchPoint.name(new SessionName("Network (branch)")).value())
                .isEqualTo("Network (branch)");
        String longest =
                BranchPoint.name(new SessionName("\uD83D\uDE80".repeat(120))).value();
        assertThat(longest.codePointCount(0, longest.length())).isEqualTo(120);
        assertThat(longest).endsWith("… (branch)".substring(1));
    }

    private static List<SessionEvent> log(Happening... happenings) {
        var events = new ArrayList<SessionEvent>();
        for (Happening what : happenings) {
            events.add(new SessionEvent(SESSION, events.size() + 1L, Instant.EPOCH, Actor.ASSISTANT, what));
        }
        return events;
    }
}
