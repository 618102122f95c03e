package io.atmoshub.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.Activity;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.testing.Await;
import io.atmoshub.hub.testing.Cast;
import io.atmoshub.hub.testing.Follower;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.testing.HubFixture;
import io.atmoshub.server.testing.ScriptedWork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What sessions of a real hub do beyond the contract.
class SessionsTest {
    @TempDir
    static Path folder;

    private static HubFixture hub;
    private Hub ana;
    private SessionId session;

    @BeforeAll
    static void start() throws Exception {
        hub = new HubFixture(folder);
    }

    @AfterAll
    static void end() {
        hub.stop();
    }

    @BeforeEach
    void aSession() {
        ana = hub.as(Cast.ANA);
        session = ana.sessions()
                .create(new NewSession(hub.project(), null, Visibility.SHARED))
                .id();
    }

    @Test
    void whoJoinsInTheMiddleOfABlockGetsWhatThereIsSoFar() throws Exception {
        String message = held();
        var late = new Follower();
        try (var follows = ana.sessions().follow(session, 0, late)) {
            assertThat(follows).isNotNull();
            Await.until("half of it", () -> !late.texts().isEmpty());
            assertThat(late.texts().getFirst().offset()).isZero();
            assertThat(late.texts().getFirst().text()).isEqualTo(ScriptedWork.HALF);
            assertThat(late.events()).hasSize(2);

            hub.work.letGo(message);

            late.awaitRuns(1);
            assertThat(late.await(Happening.AssistantText.class).text()).startsWith(ScriptedWork.HALF);
        }
    }

    @Test
    void stoppingStopsWithinAFifthOfASecond() throws Exception {
        held();
        var follower = new Follower();
        try (var follows = ana.sessions().follow(session, 0, follower)) {
            assertThat(follows).isNotNull();
            follower.await(Happening.RunStarted.class);
            long before = System.nanoTime();

            ana.sessions().stop(session);
            follower.await(Happening.RunCancelled.class);

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(200));
        }
    }

    @Test
    void furtherMessagesWaitTheirTurnAndAreAnsweredInOrder() throws Exception {
        String first = held();
        ana.sessions().say(session, Message.of("second"));
        hub.as(Cast.BEN).sessions().say(session, Message.of("third"));
        assertThat(started()).hasSize(1);

        hub.work.letGo(first);

        Await.until("all answered", () -> ana.sessions().get(session).activity() == Activity.IDLE);
        assertThat(ana.sessions().events(session, 0, 100))
                .extracting(SessionEvent::what)
                .filteredOn(Happening.AssistantText.class::isInstance)
                .extracting(what -> ((Happening.AssistantText) what).text())
                .satisfiesExactly(
                        one -> assertThat(one).endsWith(first),
                        two -> assertThat(two).endsWith("second"),
                        three -> assertThat(three).endsWith("third"));
    }

    @Test
    void stoppingAlsoTakesBackWhatWaits() throws Exception {
        held();
        ana.sessions().say(session, Message.of("second"));

        ana.sessions().stop(session);

        Await.until("idle", () -> ana.sessions().get(session).activity() == Activity.IDLE);
        assertThat(ana.sessions().events(session, 0, 100))
                .extracting(SessionEvent::what)
                .filteredOn(Happening.RunCancelled.class::isInstance)
                .hasSize(2);
    }

    @Test
    void ofTwentyAnswersAtOnceOneCounts() throws Exception {
        ana.sessions().say(session, Message.of("ask me"));
        var asked = asked();
        var answer = new Answer(asked.call(), asked.fingerprint(), Choice.ALLOW_ONCE, null);
        var calls = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 20; i++) {
            Hub who = hub.as(i % 2 == 0 ? Cast.ANA : Cast.ADA);
            calls.add(() -> {
                try {
                    return who.sessions().answer(session, answer).seq() > 0;
                } catch (HubException late) {
                    assertThat(late.code()).isEqualTo(ErrorCode.CONFLICT);
                    return false;
                }
            });
        }

        int counted = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(calls)) {
                counted += result.get() ? 1 : 0;
            }
        }

        assertThat(counted).isEqualTo(1);
        Await.until("idle", () -> ana.sessions().get(session).activity() == Activity.IDLE);
        assertThat(ana.sessions().events(session, 0, 100))
                .extracting(SessionEvent::what)
                .filteredOn(Happening.Decided.class::isInstance)
                .hasSize(1);
    }

    @Test
    void aSessionCanBeDeletedWhileItsRunWorks() throws Exception {
        String message = held();
        var follower = new Follower();
        try (var follows = hub.as(Cast.BEN).sessions().follow(session, 0, follower)) {
            assertThat(follows).isNotNull();

            ana.sessions().delete(session);

            assertThat(follower.awaitEnd().code()).isEqualTo(ErrorCode.NOT_FOUND);
            Await.until("the run ended", () -> hub.node.engine.atWork() == 0);
            assertThat(follower.events()).noneMatch(Follower::endsARun);
        }
        hub.work.letGo(message);
    }

    @Test
    void everybodyGetsEachEventOnceInOrderHoweverManyWriteAndJoin() throws Exception {
        var followers = new ArrayList<Follower>();
        var subscriptions = new ArrayList<AutoCloseable>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 4; writer++) {
                int number = writer;
                threads.execute(() -> {
                    for (int i = 0; i < 25; i++) {
                        ana.sessions().rename(session, new SessionName("Name %d of %d".formatted(i, number)));
                    }
                });
            }
            for (int i = 0; i < 12; i++) {
                var follower = new Follower();
                followers.add(follower);
                subscriptions.add(
                        hub.as(i % 2 == 0 ? Cast.BEN : Cast.VIC).sessions().follow(session, 0, follower));
            }
        }

        List<Long> all = LongStream.rangeClosed(1, 100).boxed().toList();
        for (Follower follower : followers) {
            follower.awaitEvent("the last one", event -> event.seq() == 100);
            assertThat(follower.events()).extracting(SessionEvent::seq).isEqualTo(all);
            assertThat(follower.heardTwoAtOnce()).isFalse();
        }
        for (AutoCloseable subscription : subscriptions) {
            subscription.close();
        }
    }

    @Test
    void aBugInARunEndsItWithAReference() {
        ana.sessions().say(session, Message.of("break"));

        Await.until("idle", () -> ana.sessions().get(session).activity() == Activity.IDLE);

        assertThat(ana.sessions().events(session, 0, 100).getLast().what())
                .isInstanceOfSatisfying(
                        Happening.RunFailed.class,
                        failed -> assertThat(failed.reason())
                                .matches("Something broke on our side \\(ref [0-9a-f]{6}\\)\\."));
    }

    @Test
    void whatToolsDidIsAuditedWithWhoAskedAndWhoAllowed() {
        ana.sessions().say(session, Message.of("ask me"));
        var asked = asked();
        hub.as(Cast.ADA)
                .sessions()
                .answer(session, new Answer(asked.call(), asked.fingerprint(), Choice.ALLOW_ALWAYS, null));
        Await.until("idle", () -> ana.sessions().get(session).activity() == Activity.IDLE);

        List<String> actions = audited("object_id = '%s'".formatted(asked.call()));
        assertThat(actions)
                .containsExactly(
                        "tool.decide ada ok",
                        "tool.start assistant ok",
                        "tool.write assistant ok",
                        "tool.finish assistant ok");
        assertThat(audited("action = 'grant.add' and object_id = '%s'".formatted(asked.alwaysRule())))
                .containsExactly("grant.add ada ok");
        assertThat(audited("action = 'tool.start' and detail ->> 'asked_by' = 'Ana Lima' and object_id = '%s'"
                        .formatted(asked.call())))
                .hasSize(1);
        assertThat(audited("action = 'session.create' and object_id = '%s'".formatted(session)))
                .containsExactly("session.create ana ok");
    }

    @Test
    void theNameComesFromTheFirstLineAndIsCut() {
        ana.sessions().say(session, Message.of("\n" + "Why? ".repeat(40) + "\nsecond line"));

        String name = ana.sessions().get(session).name().value();

        assertThat(name).startsWith("Why? Why?").endsWith("…").hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void tooManyUnansweredMessagesAreRefused() throws Exception {
        String message = held();
        for (int i = 1; i < 50; i++) {
            ana.sessions().say(session, Message.of("more " + i));
        }

        var refusal = assertThrows(HubException.class, () -> ana.sessions().say(session, Message.of("too much")));

        assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
        ana.sessions().stop(session);
        hub.work.letGo(message);
    }

    private String held() throws InterruptedException {
        String message = "hold " + UUID.randomUUID();
        ana.sessions().say(session, Message.of(message));
        hub.work.awaitHeld(message);
        return message;
    }

    private Happening.ApprovalAsked asked() {
        return Await.some(
                "a question",
                () -> ana.sessions().events(session, 0, 100).stream()
                        .map(SessionEvent::what)
                        .filter(Happening.ApprovalAsked.class::isInstance)
                        .map(Happening.ApprovalAsked.class::cast)
                        .findFirst());
    }

    private List<Happening.RunStarted> started() {
        return ana.sessions().events(session, 0, 100).stream()
                .map(SessionEvent::what)
                .filter(Happening.RunStarted.class::isInstance)
                .map(Happening.RunStarted.class::cast)
                .toList();
    }

    private static List<String> audited(String condition) {
        return hub.database
                .tx()
                .call(em -> Sql.list(
                        em,
                        "select action, actor, outcome from audit_entry where " + condition + " order by inserted",
                        row -> "%s %s %s".formatted(row.getString(1), row.getString(2), row.getString(3))));
    }
}
