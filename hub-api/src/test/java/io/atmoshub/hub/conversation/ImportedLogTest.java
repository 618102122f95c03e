package io.atmoshub.hub.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.hub.HubException;
import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.project.ProjectName;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.ToolCall;
import io.atmoshub.hub.session.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportedLogTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:15:30Z");
    private static final Actor ANA = Actor.person(PersonId.random(), new DisplayName("Ana"));
    private final RunId run = RunId.random();
    private final CallId call = CallId.random();
    private final UUID message = UUID.randomUUID();
    private final List<SessionEvent> file = new ArrayList<>();

    @Test
    void whatSomebodyDecidedOrWroteStaysBehind() {
        add(new Happening.UserMessage(message, "do it"));
        add(new Happening.RunStarted(run, message, "m"));
        add(new Happening.ToolCalled(run, new ToolCall(call, "file_write", Map.of("path", "a")), "Write"));
        add(new Happening.Decided(run, call, Verdict.ALLOWED, Choice.ALLOW_ONCE.name(), null));
        add(new Happening.FileWritten(run, call, "a", null, "evil"));
        add(new Happening.RunFinished(run));

        assertThat(kinds())
                .containsExactly("UserMessage", "RunStarted", "ToolCalled", "ToolFinished", "RunFinished", "Imported");
    }

    @Test
    void whatHasNoBeginningIsLeftOutAndWhatHasNoEndGetsOne() {
        add(new Happening.RunStarted(RunId.random(), UUID.randomUUID(), "m"));
        add(new Happening.AssistantText(RunId.random(), 0, "out of nothing"));
        add(new Happening.UserMessage(message, "one"));
        add(new Happening.UserMessage(message, "the same number again"));
        add(new Happening.RunStarted(run, message, "m"));
        add(new Happening.UserMessage(UUID.randomUUID(), "never answered"));

        assertThat(kinds())
                .containsExactly(
                        "UserMessage", "RunStarted", "UserMessage", "RunCancelled", "MessageWithdrawn", "Imported");
    }

    @Test
    void nobodysNameIsBoundToAPersonAndNothingIsFromTheFuture() {
        file.add(new SessionEvent(
                SessionId.random(), 77, NOW.plusSeconds(60), ANA, new Happening.UserMessage(message, "hello")));

        SessionEvent first = log().getFirst();

        assertThat(first.seq()).isEqualTo(1);
        assertThat(first.at()).isEqualTo(NOW);
        assertThat(first.actor()).isEqualTo(new Actor(Actor.Kind.PERSON, null, "Ana"));
    }

    @Test
    void aFileOfAnotherKindOrWithBinaryDataIsRefused() {
        assertThatThrownBy(() -> new SessionExport(
                        "something", 1, new SessionName("x"), new ProjectName("acme"), NOW, List.of()))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("no session that this hub can read");
        add(new Happening.UserMessage(message, "bell \u0007"));
        assertThatThrownBy(this::log).isInstanceOf(HubException.class).hasMessageContaining("binary");
    }

    private void add(Happening what) {
        file.add(new SessionEvent(SessionId.random(), file.size() + 1L, NOW.minusSeconds(60), ANA, what));
    }

    private List<SessionEvent> log() {
        return ImportedLog.of(
                SessionExport.of(new SessionName("x"), new ProjectName("acme"), NOW, file),
                SessionId.random(),
                ANA,
                NOW);
    }

    private List<String> kinds() {
        return log().stream()
                .map(event -> event.what().getClass().getSimpleName())
                .toList();
    }
}
