package io.atmoshub.hub.testing;

import static io.atmoshub.hub.ErrorCode.CONFLICT;
import static io.atmoshub.hub.ErrorCode.NOT_ALLOWED;
import static io.atmoshub.hub.ErrorCode.NOT_FOUND;
import static io.atmoshub.hub.ErrorCode.TOO_LARGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.Activity;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Subscription;
import io.atmoshub.hub.session.Verdict;
import io.atmoshub.hub.session.Visibility;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What {@link io.atmoshub.hub.session.Sessions#answer} promises.
public abstract class ApprovalContract extends Contract {
    private SessionId id;
    private Follower follower;
    private Subscription held;

    @BeforeEach
    void aSharedSession() {
        id = ana.sessions()
                .create(new NewSession(fixture.project(), new SessionName(unique("ask")), Visibility.SHARED))
                .id();
        follower = new Follower();
        held = ana.sessions().follow(id, 0, follower);
    }

    @AfterEach
    void letGo() {
        if (held != null) {
            held.close();
        }
    }

    @Test
    void aReasonIsShort() {
        assertRefused(TOO_LARGE, () -> new Answer(CallId.random(), "fingerprint", Choice.DENY, "x".repeat(1_001)));
    }

    @Test
    void anOpenApprovalWaitsForThoseWhoMayAnswer() {
        asked();

        Await.until("waiting", () -> ana.sessions().get(id).activity() == Activity.WAITING);
        assertThat(ana.sessions().get(id).waitingForMe()).isTrue();
        assertThat(ada.sessions().get(id).waitingForMe()).isTrue();
        assertThat(ben.sessions().get(id).waitingForMe()).isFalse();
        assertThat(vic.sessions().get(id).waitingForMe()).isFalse();
    }

    @Test
    void anAllowedCallIsRunAndTheRunEnds() {
        var asked = asked();

        var event = answer(ana, asked, Choice.ALLOW_ONCE);

        assertThat(event.what()).isInstanceOfSatisfying(Happening.Decided.class, decided -> {
            assertThat(decided.call()).isEqualTo(asked.call());
            assertThat(decided.verdict()).isEqualTo(Verdict.ALLOWED);
        });
        assertThat(event.actor().personId())
                .isEqualTo(ana.account().me().person().id());
        follower.awaitRuns(1);
        assertThat(finished(asked.call())).isEqualTo(Outcome.OK);
        Await.until("idle", () -> ana.sessions().get(id).activity() == Activity.IDLE);
    }

    @Test
    void aDeniedCallIsNotRun() {
        var asked = asked();

        ana.sessions().answer(id, new Answer(asked.call(), asked.fingerprint(), Choice.DENY, "Not today"));
        fixture.work();

        follower.awaitRuns(1);
        assertThat(finished(asked.call())).isEqualTo(Outcome.DENIED);
        assertThat(follower.events())
                .noneMatch(e -> e.what() instanceof Happening.ToolStarted started
                        && started.call().equals(asked.call()));
        assertThat(follower.await(Happening.Decided.class).reason()).isEqualTo("Not today");
    }

    @Test
    void anApproverAnswersForOthers() {
        var asked = asked();

        assertThat(answer(ada, asked, Choice.ALLOW_ONCE).actor().name()).isEqualTo("Ada Berg");
        follower.awaitRuns(1);
    }

    @Test
    void aMemberDoesNotAnswerForOthers() {
        var asked = asked();

        assertRefused(NOT_ALLOWED, () -> answer(ben, asked, Choice.ALLOW_ONCE));
        assertRefused(NOT_ALLOWED, () -> answer(vic, asked, Choice.ALLOW_ONCE));
    }

    @Test
    void alwaysIsForApprovers() {
        var asked = asked();

        assertRefused(NOT_ALLOWED, () -> answer(ana, asked, Choice.ALLOW_ALWAYS));
        answer(ada, asked, Choice.ALLOW_ALWAYS);
        follower.awaitRuns(1);
    }

    @Test
    void aSecondAnswerComesTooLate() {
        var asked = asked();
        answer(ana, asked, Choice.DENY);

        assertRefused(CONFLICT, () -> answer(ada, asked, Choice.ALLOW_ONCE));
    }

    @Test
    void ofManyAnswersAtOnceOneCounts() throws Exception {
        var asked = asked();
        var calls = new ArrayList<Callable<Boolean>>();
        for (Hub hub : new Hub[] {ana, ada, ana, ada}) {
            calls.add(() -> {
                hub.sessions().answer(id, new Answer(asked.call(), asked.fingerprint(), Choice.ALLOW_ONCE, null));
                return true;
            });
        }
        int counted = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(calls)) {
                try {
                    counted += result.get() ? 1 : 0;
                } catch (ExecutionException e) {
                    assertThat(e.getCause())
                            .isInstanceOfSatisfying(
                                    HubException.class,
                                    refusal -> assertThat(refusal.code()).isEqualTo(CONFLICT));
                }
            }
        }
        assertThat(counted).isEqualTo(1);
    }

    @Test
    void anAnswerToSomethingElseIsRefused() {
        var asked = asked();

        assertRefused(
                CONFLICT,
                () -> ana.sessions().answer(id, new Answer(asked.call(), "0".repeat(64), Choice.ALLOW_ONCE, null)));
        var refusal = assertThrows(
                HubException.class,
                () -> ana.sessions()
                        .answer(id, new Answer(CallId.random(), asked.fingerprint(), Choice.ALLOW_ONCE, null)));
        assertThat(refusal.code()).isIn(CONFLICT, NOT_FOUND);
        assertThat(ana.sessions().get(id).activity()).isEqualTo(Activity.WAITING);
    }

    @Test
    void aStoppedRunIsCancelledAndWaitsNoMore() {
        var asked = asked();

        ana.sessions().stop(id);
        fixture.work();

        assertThat(follower.await(Happening.RunCancelled.class).run()).isEqualTo(asked.run());
        assertRefused(CONFLICT, () -> answer(ana, asked, Choice.ALLOW_ONCE));
        Await.until("idle", () -> ana.sessions().get(id).activity() == Activity.IDLE);
    }

    private Happening.ApprovalAsked asked() {
        ana.sessions().say(id, Message.of(fixture.messageThatAsks()));
        fixture.work();
        var asked = follower.await(Happening.ApprovalAsked.class);
        Await.until("waiting", () -> ana.sessions().get(id).activity() == Activity.WAITING);
        return asked;
    }

    private io.atmoshub.hub.session.SessionEvent answer(Hub hub, Happening.ApprovalAsked asked, Choice choice) {
        var event = hub.sessions().answer(id, new Answer(asked.call(), asked.fingerprint(), choice, null));
        fixture.work();
        return event;
    }

    private Outcome finished(CallId call) {
        return follower.events().stream()
                .map(io.atmoshub.hub.session.SessionEvent::what)
                .filter(Happening.ToolFinished.class::isInstance)
                .map(Happening.ToolFinished.class::cast)
                .filter(f -> f.call().equals(call))
                .findFirst()
                .orElseThrow()
                .outcome();
    }
}
