package io.atmoshub.hub.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.project.ProjectName;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Thumb;
import io.atmoshub.hub.session.ToolCall;
import io.atmoshub.hub.session.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionMarkdownTest {
    private static final Instant AT = Instant.parse("2026-11-21T10:15:30Z");
    private static final Actor ANA = Actor.person(PersonId.random(), new DisplayName("Ana *Lima*"));
    private final RunId run = RunId.random();
    private final CallId call = CallId.random();
    private final UUID message = UUID.randomUUID();

    @Test
    void aSessionReadsAsMarkdown() {
        var events = new ArrayList<SessionEvent>();
        say(events, ANA, new Happening.UserMessage(message, "Three zones, please.\nIn prod."));
        say(events, Actor.ASSISTANT, new Happening.RunStarted(run, message, "claude"));
        say(events, Actor.ASSISTANT, new Happening.AssistantText(run, 0, "I look first."));
        say(
                events,
                Actor.ASSISTANT,
                new Happening.ToolCalled(
                        run, new ToolCall(call, "file_write", Map.of("path", "a.yaml")), "Write `a.yaml`"));
        say(events, ANA, new Happening.Decided(run, call, Verdict.ALLOWED, "once", null));
        say(events, Actor.ASSISTANT, new Happening.FileWritten(run, call, "a.yaml", null, "x"));
        say(events, Actor.ASSISTANT, new Happening.ToolFinished(run, call, Outcome.OK, "written", ""));
        say(events, Actor.ASSISTANT, new Happening.AssistantText(run, 1, "Done."));
        say(events, Actor.ASSISTANT, new Happening.RunFinished(run));
        say(events, ANA, new Happening.Rated(run, Thumb.UP, "quick"));

        String text = SessionMarkdown.of(
                SessionExport.of(new SessionName("Zones"), new ProjectName("acme"), AT, List.copyOf(events)));

        assertThat(text).isEqualTo("""
                # Zones

                Project acme, exported 2026-11-21 10:15 UTC.

                ## Ana \\*Lima\\*, 2026-11-21 10:15 UTC

                > Three zones, please.
                > In prod.

                ## claude, 2026-11-21 10:15 UTC


                I look first.

                - Write `a.yaml`
                - allowed by Ana \\*Lima\\*: once
                - wrote `a.yaml`
                - ok: written

                Done.

                *Ana \\*Lima\\*: thumbs up, quick*
                """);
    }

    private static void say(List<SessionEvent> events, Actor actor, Happening what) {
        events.add(new SessionEvent(SessionId.random(), events.size() + 1L, AT, actor, what));
    }
}
