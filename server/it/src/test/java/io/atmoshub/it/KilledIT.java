package io.atmoshub.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening.ApprovalAsked;
import io.atmoshub.hub.session.Happening.FileWritten;
import io.atmoshub.hub.session.Happening.RunCancelled;
import io.atmoshub.hub.session.Happening.RunFinished;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.server.launcher.HubProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pulling the plug in the middle of an answer and of a waiting approval loses nothing.
class KilledIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource
    void theNextStartWorksAtTheFirstTryAndEveryAcknowledgedEventIsThere(HubProcess.Part part) {
        List<SessionEvent> heardOfWaiting;
        List<SessionEvent> heardOfAnswering;
        Session waiting;
        Session answering;
        String token;
        try (var running = TestHub.start(data)) {
            token = running.adminToken();
            Hub hub = HubOverHttp.withToken(URI.create(running.address()), token);
            waiting = newSession(hub);
            answering = newSession(hub);
            var onWaiting = new Watcher();
            var onAnswering = new Watcher();
            try (var _ = hub.sessions().follow(waiting.id(), 0, onWaiting);
                    var _ = hub.sessions().follow(answering.id(), 0, onAnswering)) {
                hub.sessions().say(waiting.id(), Message.of("Write a note \"Deploy at six.\" to docs/deploy.md"));
                onWaiting.await(ApprovalAsked.class, SOON);
                hub.sessions().say(answering.id(), Message.of("What is in this project?"));
                onAnswering.awaitText(SOON);

                running.pullThePlugOf(part);
                heardOfWaiting = onWaiting.events();
                heardOfAnswering = onAnswering.events();
            }
        }

        try (var running = TestHub.start(data)) {
            Hub hub = HubOverHttp.withToken(URI.create(running.address()), token);
            var onWaiting = new Watcher();
            var onAnswering = new Watcher();
            try (var _ = hub.sessions().follow(waiting.id(), 0, onWaiting);
                    var _ = hub.sessions().follow(answering.id(), 0, onAnswering)) {
                onAnswering.awaitEnd(SOON);
                var asked = onWaiting.await(ApprovalAsked.class, SOON);
                hub.sessions()
                        .answer(waiting.id(), new Answer(asked.call(), asked.fingerprint(), Choice.ALLOW_ONCE, null));
                var written = onWaiting.await(FileWritten.class, SOON);
                assertThat(onWaiting.awaitEnd(SOON)).isInstanceOf(RunFinished.class);

                assertThat(written.path()).isEqualTo("docs/deploy.md");
                assertThat(onAnswering.awaitEnd(SOON)).isNotInstanceOf(RunCancelled.class);
                assertThat(onWaiting.events()).startsWith(heardOfWaiting.toArray(SessionEvent[]::new));
                assertThat(onAnswering.events()).startsWith(heardOfAnswering.toArray(SessionEvent[]::new));
                assertNumberedFromOne(onWaiting.events());
                assertNumberedFromOne(onAnswering.events());
            }
        }
    }

    static Session newSession(Hub hub) {
        var project = hub.projects().list(PageRequest.first(1)).items().getFirst();
        return hub.sessions().create(new NewSession(project.id(), null, Visibility.SHARED));
    }

    static void assertNumberedFromOne(List<SessionEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).seq()).isEqualTo(i + 1L);
        }
    }
}
