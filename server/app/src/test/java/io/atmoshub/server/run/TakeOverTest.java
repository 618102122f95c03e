package io.atmoshub.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.session.Activity;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.testing.Await;
import io.atmoshub.hub.testing.Cast;
import io.atmoshub.hub.testing.Follower;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.testing.HubFixture;
import io.atmoshub.server.testing.ScriptedWork;
import io.atmoshub.server.testing.TestNode;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers on one database: what happens to runs when one of them goes.
class TakeOverTest {
    @TempDir
    Path folder;

    private HubFixture hub;
    private Hub ana;
    private SessionId session;

    @BeforeEach
    void aServerWithASession() throws Exception {
        hub = new HubFixture(folder);
        ana = hub.as(Cast.ANA);
        session = ana.sessions()
                .create(new NewSession(hub.project(), null, Visibility.SHARED))
                .id();
    }

    @AfterEach
    void stop() {
        hub.node.comeBack();
        hub.stop();
    }

    @Test
    void theOtherServerGoesOnWhenOneIsCutOff() throws Exception {
        String message = held();
        TestNode other = hub.newNode();
        var follower = new Follower();
        try (var follows = hub.on(other, Cast.BEN).sessions().follow(session, 0, follower)) {
            assertThat(follows).isNotNull();

            hub.node.cutOff();
            endLeases();
            follower.await(Happening.RunResumed.class);
            hub.work.letGo(message);

            follower.awaitRuns(1);
            List<SessionEvent> events = hub.on(other, Cast.BEN).sessions().events(session, 0, 100);
            assertThat(follower.events()).isEqualTo(events);
            assertThat(events)
                    .extracting(SessionEvent::seq)
                    .isEqualTo(LongStream.rangeClosed(1, events.size()).boxed().toList());
            assertThat(kinds(events))
                    .containsExactly("UserMessage", "RunStarted", "RunResumed", "AssistantText", "RunFinished");
        }
    }

    @Test
    void whoComesBackTooLateWritesNothing() throws Exception {
        String message = held();
        hub.node.cutOff();
        endLeases();
        TestNode other = hub.newNode();
        Hub elsewhere = hub.on(other, Cast.ANA);
        Await.until("taken over", () -> kinds(events(elsewhere)).contains("RunResumed"));

        // Both now believe that the run is theirs, and both go on.
        hub.node.comeBack();
        hub.work.letGo(message);

        Await.until("the end", () -> elsewhere.sessions().get(session).activity() == Activity.IDLE);
        Await.until("nobody works", () -> hub.node.engine.atWork() == 0 && other.engine.atWork() == 0);
        assertThat(kinds(events(elsewhere)))
                .containsOnlyOnce("AssistantText", "RunFinished")
                .doesNotContain("RunFailed");
    }

    @Test
    void aServerThatStopsInGoodOrderGivesItsRunsBack() throws Exception {
        String message = held();
        TestNode other = hub.newNode();
        Hub elsewhere = hub.on(other, Cast.ANA);
        var follower = new Follower();
        try (var follows = ana.sessions().follow(session, 0, follower)) {
            assertThat(follows).isNotNull();
            long before = System.nanoTime();

            hub.node.close();

            assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
            assertThat(follower.awaitEnd().hint()).contains("Follow again");
            Await.until("gone on elsewhere", () -> kinds(events(elsewhere)).contains("RunResumed"));
            hub.work.letGo(message);
            Await.until("the end", () -> elsewhere.sessions().get(session).activity() == Activity.IDLE);
        }
    }

    @Test
    void aRunThatWaitsForAnAnswerOutlivesItsServer() throws Exception {
        ana.sessions().say(session, Message.of("ask me"));
        Await.until("waiting", () -> ana.sessions().get(session).activity() == Activity.WAITING);
        hub.node.cutOff();
        Hub elsewhere = hub.on(hub.newNode(), Cast.ANA);
        var asked = (Happening.ApprovalAsked) events(elsewhere).getLast().what();

        elsewhere.sessions().answer(session, new Answer(asked.call(), asked.fingerprint(), Choice.ALLOW_ONCE, null));

        Await.until("the end", () -> elsewhere.sessions().get(session).activity() == Activity.IDLE);
        assertThat(kinds(events(elsewhere)))
                .contains("ToolFinished", "RunFinished")
                .doesNotContain("RunResumed");
    }

    @Test
    void aRunThatKillsItsServersIsGivenUp() throws Exception {
        String message = held();
        hub.node.cutOff();
        hub.database.tx().run(em -> Sql.update(em, "update run set lost = 4"));
        endLeases();
        Hub elsewhere = hub.on(hub.newNode(), Cast.ANA);

        Await.until("given up", () -> elsewhere.sessions().get(session).activity() == Activity.IDLE);

        assertThat(events(elsewhere).getLast().what())
                .isInstanceOfSatisfying(
                        Happening.RunFailed.class,
                        failed -> assertThat(failed.reason()).contains("5 times"));
        hub.work.letGo(message);
    }

    @Test
    void peopleWatchLiveOnOneServerWhatTheOtherWrites() throws Exception {
        TestNode other = hub.newNode();
        String message = held();
        var one = new Follower();
        var two = new Follower();
        try (var a = ana.sessions().follow(session, 0, one);
                var b = hub.on(other, Cast.BEN).sessions().follow(session, 0, two)) {
            assertThat(a).isNotSameAs(b);
            for (Follower follower : List.of(one, two)) {
                Await.until(
                        "half an answer, whichever server works",
                        () -> follower.texts().stream()
                                .anyMatch(text -> text.text().equals(ScriptedWork.HALF)));
            }
            hub.work.letGo(message);
            one.awaitRuns(1);
            two.awaitRuns(1);
            assertThat(two.events()).isEqualTo(one.events());
        }
    }

    private String held() throws InterruptedException {
        String message = "hold " + UUID.randomUUID();
        ana.sessions().say(session, Message.of(message));
        hub.work.awaitHeld(message);
        return message;
    }

    /// As ten seconds do.
    private void endLeases() {
        hub.database.tx().run(em -> Sql.update(em, "update run set lease_until = now() - interval '1 second'"));
    }

    private List<SessionEvent> events(Hub where) {
        return where.sessions().events(session, 0, 100);
    }

    private static List<String> kinds(List<SessionEvent> events) {
        return events.stream()
                .map(event -> event.what().getClass().getSimpleName())
                .toList();
    }
}
