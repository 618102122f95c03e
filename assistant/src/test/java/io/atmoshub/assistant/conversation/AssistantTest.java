package io.atmoshub.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.StopSignal;
import io.atmoshub.assistant.file.ProjectFolder;
import io.atmoshub.assistant.model.Model;
import io.atmoshub.assistant.model.ModelAnswer;
import io.atmoshub.assistant.model.ModelException;
import io.atmoshub.assistant.model.Turn;
import io.atmoshub.assistant.model.Usage;
import io.atmoshub.assistant.model.WantedCall;
import io.atmoshub.assistant.permission.Layer;
import io.atmoshub.assistant.permission.Policy;
import io.atmoshub.assistant.permission.Rule;
import io.atmoshub.assistant.permission.Verb;
import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.Effect;
import io.atmoshub.assistant.tool.Tool;
import io.atmoshub.assistant.tool.ToolContext;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.assistant.tool.ToolSpec;
import io.atmoshub.assistant.tool.Toolbox;
import io.atmoshub.assistant.tool.file.FileTools;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Happening.ApprovalAsked;
import io.atmoshub.hub.session.Happening.AssistantText;
import io.atmoshub.hub.session.Happening.Decided;
import io.atmoshub.hub.session.Happening.FileWritten;
import io.atmoshub.hub.session.Happening.RunFailed;
import io.atmoshub.hub.session.Happening.ToolCalled;
import io.atmoshub.hub.session.Happening.ToolFinished;
import io.atmoshub.hub.session.Happening.ToolStarted;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class AssistantTest {
    private static final WantedCall READ = new WantedCall("file_read", Map.of("path", "a.txt"));
    private static final WantedCall LIST = new WantedCall("file_list", Map.of());
    private static final WantedCall WRITE = new WantedCall("file_write", Map.of("path", "b.txt", "content", "new\n"));
    private static final Limits QUICK = new Limits(5, Duration.ofMillis(300), 2_000, 4_000);

    @TempDir
    Path root;

    @BeforeEach
    void aProject() throws Exception {
        Files.writeString(root.resolve("a.txt"), "hello\n");
    }

    @Test
    void wordsAreStreamedAndThenKept() {
        TestLog log = new TestLog("hi");

        Ending ending = work(new Script(Script.text("Hel", "lo ", "you")), log);

        assertThat(ending).isEqualTo(Ending.FINISHED);
        assertThat(log.kinds()).containsExactly("UserMessage", "RunStarted", "AssistantText", "RunFinished");
        assertThat(log.only(Happening.RunStarted.class).assistant()).isEqualTo("Script");
        assertThat(log.only(AssistantText.class).text()).isEqualTo("Hello you");
        assertThat(log.live).extracting(LiveText::text).containsExactly("Hel", "lo ", "you");
        assertThat(log.live).extracting(LiveText::offset).containsExactly(0, 3, 6);
    }

    @Test
    void aReadingToolIsAllowedByPolicyAndTheLogSaysByWhichRule() {
        TestLog log = new TestLog("what is in a?");
        Script script = new Script(Script.calls("I look.", READ), Script.text("It says hello."));

        assertThat(work(script, log)).isEqualTo(Ending.FINISHED);

        assertThat(log.kinds())
                .containsExactly(
                        "UserMessage",
                        "RunStarted",
                        "AssistantText",
                        "ToolCalled",
                        "Decided",
                        "ToolStarted",
                        "ToolFinished",
                        "AssistantText",
                        "RunFinished");
        assertThat(log.only(Decided.class).rule()).isEqualTo("built-in: reading files of the project is allowed");
        assertThat(log.only(ToolCalled.class).words()).isEqualTo("Read `a.txt`");
        assertThat(log.only(ToolFinished.class).output()).contains("1  hello");
        assertThat(log.all(AssistantText.class))
                .extracting(AssistantText::block)
                .containsExactly(0, 1);
        assertThat(log.live).extracting(LiveText::block).containsExactly(0, 1);
        assertThat(script.requests.getLast().turns()).hasSize(4).last().isInstanceOf(Turn.Returned.class);
    }

    @Test
    void severalCallsOfOneAnswerAreAllFinishedBeforeTheModelGoesOn() {
        TestLog log = new TestLog("look");
        Script script = new Script(Script.calls("", READ, LIST, READ), Script.text("done"));

        assertThat(work(script, log)).isEqualTo(Ending.FINISHED);

        assertThat(log.all(ToolFinished.class)).hasSize(3).allMatch(f -> f.outcome() == Outcome.OK);
        assertThat(script.requests).hasSize(2);
    }

    @Test
    void aWriteWaitsForAPersonWhoSeesTheChange() throws Exception {
        TestLog log = new TestLog("write");
        Script script = new Script(Script.calls("", WRITE), Script.text("done"));

        assertThat(work(script, log)).isEqualTo(Ending.WAITING);
        assertThat(work(script, log)).as("nothing new: still waiting").isEqualTo(Ending.WAITING);
        ApprovalAsked asked = log.only(ApprovalAsked.class);
        assertThat(asked.rule()).isEqualTo("built-in: writing a file asks first");
        assertThat(asked.change().before()).isNull();
        assertThat(asked.change().after()).isEqualTo("new\n");
        assertThat(asked.fingerprint())
                .isEqualTo(log.only(ToolCalled.class).call().fingerprint());
        assertThat(asked.alwaysRule()).isEqualTo("file_write(b.txt)");

        answer(log, asked, Verdict.ALLOWED);
        assertThat(work(script, log)).isEqualTo(Ending.FINISHED);

        assertThat(log.only(FileWritten.class).content()).isEqualTo("new\n");
        assertThat(log.kinds()).doesNotContain("RunResumed");
        assertThat(root.resolve("b.txt")).doesNotExist();
    }

    @Test
    void theSessionReadsWhatItWrote() {
        TestLog log = new TestLog("write and read");
        WantedCall read = new WantedCall("file_read", Map.of("path", "b.txt"));
        Script script = new Script(Script.calls("", WRITE), Script.calls("", read), Script.text("done"));
        work(script, log);
        answer(log, log.only(ApprovalAsked.class), Verdict.ALLOWED);

        assertThat(work(script, log)).isEqualTo(Ending.FINISHED);

        assertThat(log.all(ToolFinished.class).getLast().output()).contains("1  new");
    }

    @Test
    void aDeniedCallGoesBackToTheModelAndItGoesOn() {
        TestLog log = new TestLog("write");
        Script script = new Script(Script.calls("", WRITE), Script.text("Then not."));
        work(script, log);
        answer(log, log.only(ApprovalAsked.class), Verdict.DENIED);

        assertThat(work(script, log)).isEqualTo(Ending.FINISHED);

        assertThat(log.only(ToolFinished.class).outcome()).isEqualTo(Outcome.DENIED);
        assertThat(log.only(ToolFinished.class).output()).contains("not on a Friday");
        assertThat(log.kinds()).doesNotContain("ToolStarted", "FileWritten");
        assertThat(log.only(AssistantText.class).text()).isEqualTo("Then not.");
    }

    @Test
    void aRuleThatDeniesIsCitedWithItsRevision() {
        TestLog log = new TestLog("write");
        Policy policy = Policy.builtIn().with(List.of(Rule.of(Layer.ORGANISATION, "r7", Verb.DENY, "file_write")));

        Ending ending = assistant(new Script(Script.calls("", WRITE), Script.text("no")))
                .work(log.run, log.message, log, new ProjectFolder(root), policy, Cancellation.NEVER);

        assertThat(ending).isEqualTo(Ending.FINISHED);
        assertThat(log.only(Decided.class).rule()).isEqualTo("organisation@r7: deny file_write");
        assertThat(log.only(ToolFinished.class).outcome()).isEqualTo(Outcome.DENIED);
    }

    @Test
    void aRuleMadeAfterSomebodyAllowedStillDenies() {
        TestLog log = new TestLog("write");
        Script script = new Script(Script.calls("", WRITE), Script.text("no"));
        work(script, log);
        answer(log, log.only(ApprovalAsked.class), Verdict.ALLOWED);
        Policy stricter = Policy.builtIn().with(List.of(Rule.of(Layer.ORGANISATION, "r8", Verb.DENY, "file_*")));

        assistant(script).work(log.run, log.message, log, new ProjectFolder(root), stricter, Cancellation.NEVER);

        assertThat(log.only(ToolFinished.class).outcome()).isEqualTo(Outcome.DENIED);
        assertThat(log.kinds()).doesNotContain("FileWritten");
    }

    @Test
    void aFileThatChangedAfterItWasShownIsNotWritten() throws Exception {
        Files.writeString(root.resolve("b.txt"), "old\n");
        TestLog log = new TestLog("write");
        Script script = new Script(Script.calls("", WRITE), Script.text("hm"));
        work(script, log);
        Files.writeString(root.resolve("b.txt"), "somebody else's\n");
        answer(log, log.only(ApprovalAsked.class), Verdict.ALLOWED);

        work(script, log);

        assertThat(log.only(ToolFinished.class).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(log.only(ToolFinished.class).summary()).isEqualTo("changed meanwhile");
        assertThat(log.kinds()).doesNotContain("FileWritten");
    }

    @Test
    void unknownToolsAndWrongArgumentsFailWithoutAskingAnybody() {
        TestLog log = new TestLog("x");
        Script script = new Script(
                Script.calls(
                        "",
                        new WantedCall("rm_rf", Map.of()),
                        new WantedCall("file_read", Map.of()),
                        new WantedCall("file_read", Map.of("path", "a.txt", "sudo", true)),
                        new WantedCall("file_write", Map.of("path", "../x", "content", "y"))),
                Script.text("sorry"));

        assertThat(work(script, log)).isEqualTo(Ending.FINISHED);

        assertThat(log.all(ToolFinished.class)).hasSize(4).allMatch(f -> f.outcome() == Outcome.FAILED);
        assertThat(log.kinds()).doesNotContain("ApprovalAsked", "ToolStarted");
    }

    @Test
    void aStopWhileTheModelWritesKeepsWhatItSaid() {
        TestLog log = new TestLog("x");
        StopSignal stop = new StopSignal();
        AtomicReference<Cancellation> given = new AtomicReference<>();
        Script script = new Script((text, cancellation) -> {
            given.set(cancellation);
            text.write("Once upon");
            return waitFor(cancellation);
        });
        log.onLive = _ -> stop.request();

        assertThat(work(script, log, stop)).isEqualTo(Ending.CANCELLED);

        assertThat(log.only(AssistantText.class).text()).isEqualTo("Once upon");
        assertThat(log.kinds()).endsWith("AssistantText", "RunCancelled");
        assertThat(given.get().requested()).as("the model's stream is closed").isTrue();
    }

    @Test
    void aStopWhileAToolRunsFinishesItAsCancelled() {
        TestLog log = new TestLog("x");
        StopSignal stop = new StopSignal();
        CountDownLatch never = new CountDownLatch(1);
        Tool slow = tool("slow", Effect.READS, Duration.ofMinutes(1), () -> {
            stop.request();
            never.await();
            return ToolResult.of("", "");
        });

        assertThat(work(slow, log, stop)).isEqualTo(Ending.CANCELLED);

        assertThat(log.only(ToolFinished.class).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(log.kinds()).endsWith("ToolStarted", "ToolFinished", "RunCancelled");
    }

    @Test
    void aParkedRunIsEndedByAStop() {
        TestLog log = new TestLog("write");
        Script script = new Script(Script.calls("", WRITE), Script.text("done"));
        work(script, log);
        StopSignal stop = new StopSignal();
        stop.request();

        assertThat(work(script, log, stop)).isEqualTo(Ending.CANCELLED);

        assertThat(log.kinds()).endsWith("ApprovalAsked", "ToolFinished", "RunCancelled");
    }

    @Test
    void aToolThatTakesTooLongHasFailed() {
        TestLog log = new TestLog("x");
        Tool slow = tool("slow", Effect.READS, Duration.ofMillis(50), () -> {
            new CountDownLatch(1).await();
            return ToolResult.of("", "");
        });

        assertThat(work(slow, log, Cancellation.NEVER)).isEqualTo(Ending.FINISHED);

        assertThat(log.only(ToolFinished.class).summary()).isEqualTo("took too long");
    }

    @Test
    void aToolThatBreaksHasFailedAndTellsNoDetails() {
        TestLog log = new TestLog("x");
        Tool broken = tool("broken", Effect.READS, Duration.ofSeconds(5), () -> {
            throw new IllegalStateException("/srv/secret/path");
        });

        assertThat(work(broken, log, Cancellation.NEVER)).isEqualTo(Ending.FINISHED);

        assertThat(log.only(ToolFinished.class).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(log.only(ToolFinished.class).output()).doesNotContain("secret");
    }

    @Test
    void outputIsCutToItsBudgetAndSecretsAreMasked() {
        TestLog log = new TestLog("x");
        Tool wordy = tool(
                "wordy",
                Effect.READS,
                Duration.ofSeconds(5),
                () -> ToolResult.of("much", "password = \"correct horse\"\n" + "x".repeat(10_000)));

        work(wordy, log, Cancellation.NEVER);

        assertThat(log.only(ToolFinished.class).output())
                .hasSizeLessThan(4_100)
                .doesNotContain("correct horse")
                .endsWith("… cut here; ask for a smaller part\n");
    }

    @Test
    void aModelThatFallsSilentHasFailed() {
        TestLog log = new TestLog("x");
        Script script = new Script((text, cancellation) -> {
            text.write("Well");
            return waitFor(cancellation);
        });

        assertThat(work(script, log)).isEqualTo(Ending.FAILED);

        assertThat(log.only(AssistantText.class).text()).isEqualTo("Well");
        assertThat(log.only(RunFailed.class).reason()).contains("stopped answering");
        assertThat(log.only(RunFailed.class).hint()).isNotBlank();
    }

    @Test
    void aModelThatGivesSignsOfLifeIsWaitedFor() {
        TestLog log = new TestLog("x");
        Script script = new Script((text, _) -> {
            for (int i = 0; i < 6; i++) {
                await(new CountDownLatch(1), 250);
                text.write("");
            }
            text.write("done");
            return ModelAnswer.COMPLETE;
        });

        assertThat(silent(script, log, Duration.ofSeconds(1))).isEqualTo(Ending.FINISHED);

        assertThat(log.live).extracting(LiveText::text).containsExactly("done");
    }

    @Test
    void aModelThatGivesNothingButSignsOfLifeHasFailed() {
        TestLog log = new TestLog("x");
        Script script = new Script((text, cancellation) -> {
            while (!cancellation.requested()) {
                await(new CountDownLatch(1), 5);
                text.write("");
            }
            return ModelAnswer.COMPLETE;
        });

        assertThat(silent(script, log, Duration.ofMillis(200))).isEqualTo(Ending.FAILED);

        assertThat(log.only(RunFailed.class).reason()).contains("stopped answering: nothing came for 2 s");
    }

    @Test
    void anAnswerThatWasCutOffStaysAndTheRunSaysWhatToDo() {
        TestLog log = new TestLog("x");
        Script script = new Script((text, _) -> {
            text.write("Once upon");
            return ModelAnswer.CUT;
        });

        assertThat(work(script, log)).isEqualTo(Ending.FAILED);

        assertThat(log.only(AssistantText.class).text()).isEqualTo("Once upon");
        assertThat(log.only(RunFailed.class).reason()).contains("cut off");
        assertThat(log.only(RunFailed.class).hint()).contains("go on");
    }

    @Test
    void whatATurnUsedIsTold() {
        TestLog log = new TestLog("x");
        Usage usage = new Usage("somebody", "a-model", 10, 20, 30, 40, false);
        Script script = new Script((text, _) -> {
            text.write("done");
            text.used(usage);
            return ModelAnswer.COMPLETE;
        });

        assertThat(work(script, log)).isEqualTo(Ending.FINISHED);

        assertThat(log.bills).containsExactly(usage);
        assertThat(usage.total()).isEqualTo(100);
        assertThat(script.requests.getFirst().system()).contains("Atmos Hub");
    }

    @Test
    void whatAStoppedTurnUsedIsToldToo() throws Exception {
        TestLog log = new TestLog("x");
        StopSignal stop = new StopSignal();
        Usage usage = new Usage("somebody", "a-model", 10, 0, 0, 1, true);
        Script script = new Script((text, cancellation) -> {
            CountDownLatch stopped = new CountDownLatch(1);
            cancellation.onRequest(stopped::countDown);
            text.write("Well");
            await(stopped, 10_000);
            text.used(usage);
            return ModelAnswer.COMPLETE;
        });
        log.onLive = _ -> stop.request();

        assertThat(work(script, log, stop)).isEqualTo(Ending.CANCELLED);

        assertThat(log.bills.poll(10, TimeUnit.SECONDS)).isEqualTo(usage);
    }

    @Test
    void aModelThatNeverStopsWritingHasFailed() {
        TestLog log = new TestLog("x");
        Script script = new Script((text, cancellation) -> {
            while (!cancellation.requested()) {
                text.write("and on ");
            }
            return ModelAnswer.COMPLETE;
        });

        assertThat(work(script, log)).isEqualTo(Ending.FAILED);

        assertThat(log.only(RunFailed.class).reason()).contains("did not stop writing");
    }

    @Test
    void aModelThatFailsInTheMiddleLeavesWhatItSaidAndAReason() {
        TestLog log = new TestLog("x");
        Script script = new Script((text, _) -> {
            text.write("The answer is");
            throw new ModelException("The provider is overloaded.", "Wait a minute and ask again.");
        });

        assertThat(work(script, log)).isEqualTo(Ending.FAILED);

        assertThat(log.kinds()).endsWith("AssistantText", "RunFailed");
        assertThat(log.only(RunFailed.class).reason()).isEqualTo("The provider is overloaded.");
        assertThat(log.only(RunFailed.class).hint()).isEqualTo("Wait a minute and ask again.");
    }

    @Test
    void wordsAfterTheEndOfATurnAreNotHeard() throws Exception {
        TestLog log = new TestLog("x");
        AtomicReference<io.atmoshub.assistant.model.TextSink> kept = new AtomicReference<>();
        Script script = new Script((text, _) -> {
            kept.set(text);
            text.write("Done.");
            return ModelAnswer.COMPLETE;
        });
        work(script, log);

        kept.get().write(" One more thing.");

        assertThat(log.live).hasSize(1);
        assertThat(log.only(AssistantText.class).text()).isEqualTo("Done.");
    }

    @Test
    void aModelThatAnswersNothingHasFailedAndOneThatBreaksToo() {
        TestLog empty = new TestLog("x");
        assertThat(work(new Script(Script.text("  ")), empty)).isEqualTo(Ending.FAILED);
        assertThat(empty.only(RunFailed.class).reason()).contains("nothing");

        TestLog broken = new TestLog("x");
        Model breaks = new Script((_, _) -> {
            throw new IllegalStateException("bug");
        });
        assertThat(work(breaks, broken)).isEqualTo(Ending.FAILED);
        assertThat(broken.only(RunFailed.class).reason()).contains("broke");
    }

    @Test
    void aModelThatCallsToolsForEverIsStopped() {
        TestLog log = new TestLog("x");

        assertThat(work(new Script(Script.calls("", LIST)), log)).isEqualTo(Ending.FAILED);

        assertThat(log.only(RunFailed.class).reason()).contains("5 steps");
        assertThat(log.all(ToolFinished.class)).hasSize(5);
    }

    @Test
    void charactersThatCannotBeStoredAreTakenOut() {
        TestLog log = new TestLog("x");

        work(new Script(Script.text("a\0b\u0007 \ud83d", "\ude00 \udc00c")), log);

        assertThat(log.only(AssistantText.class).text()).isEqualTo("ab 😀 c");
    }

    @Test
    void whoeverLostTheRunWritesNothingMore() {
        TestLog log = new TestLog("x");
        log.onLive = _ -> log.stale = true;
        int before = 2;

        assertThatThrownBy(() -> work(new Script(Script.text("hello")), log)).isInstanceOf(StaleRunException.class);

        assertThat(log.events).hasSize(before);
    }

    @Test
    void anInterruptLeavesWithoutAWord() throws Exception {
        TestLog log = new TestLog("x");
        CountDownLatch writing = new CountDownLatch(1);
        Script script = new Script((text, cancellation) -> {
            writing.countDown();
            return waitFor(cancellation);
        });
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread worker = Thread.ofVirtual().start(() -> {
            try {
                new Assistant(script, FileTools.toolbox())
                        .work(log.run, log.message, log, new ProjectFolder(root), Policy.builtIn(), Cancellation.NEVER);
            } catch (RuntimeException e) {
                thrown.set(e);
            }
        });
        assertThat(writing.await(5, TimeUnit.SECONDS)).isTrue();

        worker.interrupt();

        assertThat(worker.join(Duration.ofSeconds(5))).isTrue();
        assertThat(thrown.get()).isInstanceOf(StaleRunException.class);
        assertThat(log.kinds()).containsExactly("UserMessage", "RunStarted");
    }

    @Test
    void anEndedRunIsLeftAsItIs() {
        TestLog log = new TestLog("x");
        Script script = new Script(Script.text("done"));
        work(script, log);
        int events = log.events.size();

        assertThat(work(script, log)).isEqualTo(Ending.FINISHED);

        assertThat(log.events).hasSize(events);
    }

    @Test
    void aMessageThatCameMeanwhileIsNotPartOfThisAnswer() {
        TestLog log = new TestLog("first");
        log.append(TestLog.ANA, new Happening.UserMessage(java.util.UUID.randomUUID(), "second"));
        Script script = new Script(Script.text("done"));

        work(script, log);

        assertThat(script.requests.getFirst().turns()).containsExactly(new Turn.Asked("Ana", "first"));
    }

    /// The one that matters most: whatever event was the last before a crash, the run goes on to a log in
    /// which every call has one outcome, and the run one end.
    @Test
    void aRunGoesOnFromEveryPlaceItCanBeLeftAt() {
        Script script = new Script(
                Script.calls("I look.", READ, LIST), Script.calls("I write.", WRITE, READ), Script.text("All done."));
        TestLog whole = new TestLog("do it");
        assertThat(toTheEnd(script, whole)).isEqualTo(Ending.FINISHED);

        for (int cut = 1; cut <= whole.events.size(); cut++) {
            TestLog log = new TestLog(whole, cut);

            Ending ending = toTheEnd(script, log);

            assertThat(ending).as("cut after %s", log.kinds().get(cut - 1)).isEqualTo(Ending.FINISHED);
            wellFormed(log);
            assertThat(log.all(AssistantText.class).getLast().text()).isEqualTo("All done.");
            assertThat(log.all(AssistantText.class))
                    .extracting(AssistantText::block)
                    .doesNotHaveDuplicates();
            assertThat(log.all(FileWritten.class))
                    .as("written once, cut %d", cut)
                    .hasSize(1);
        }
    }

    @Test
    void aToolThatActsIsNotRunTwiceAfterACrash() {
        TestLog log = new TestLog("x");
        int[] runs = {0};
        Tool acts = tool("acts", Effect.ACTS, Duration.ofSeconds(5), () -> {
            runs[0]++;
            return ToolResult.of("", "");
        });
        work(acts, log, Cancellation.NEVER);
        int started = log.kinds().indexOf("ToolStarted");
        TestLog crashed = new TestLog(log, started + 1);

        assertThat(work(acts, crashed, Cancellation.NEVER)).isEqualTo(Ending.FINISHED);

        assertThat(runs[0]).isEqualTo(1);
        assertThat(crashed.only(ToolFinished.class).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(crashed.kinds()).contains("RunResumed");
    }

    private static void wellFormed(TestLog log) {
        Map<Object, Integer> outcomes = new HashMap<>();
        log.all(ToolFinished.class).forEach(f -> outcomes.merge(f.call(), 1, Integer::sum));
        assertThat(log.all(ToolCalled.class))
                .allSatisfy(
                        called -> assertThat(outcomes.get(called.call().id())).isEqualTo(1));
        Map<Object, Integer> starts = new HashMap<>();
        log.all(ToolStarted.class).forEach(s -> starts.merge(s.call(), 1, Integer::sum));
        assertThat(starts.values()).allMatch(n -> n == 1);
        assertThat(log.events.stream()
                        .map(SessionEvent::what)
                        .filter(what -> what instanceof Happening.RunFinished
                                || what instanceof RunFailed
                                || what instanceof Happening.RunCancelled))
                .hasSize(1);
        assertThat(log.events.getLast().what()).isInstanceOf(Happening.RunFinished.class);
        assertThat(log.all(Happening.RunStarted.class)).hasSize(1);
    }

    private Ending toTheEnd(Script script, TestLog log) {
        Ending ending = work(script, log);
        while (ending == Ending.WAITING) {
            ApprovalAsked asked = log.all(ApprovalAsked.class).getLast();
            answer(log, asked, Verdict.ALLOWED);
            ending = work(script, log);
        }
        return ending;
    }

    private static void answer(TestLog log, ApprovalAsked asked, Verdict verdict) {
        log.append(TestLog.ANA, new Decided(log.run, asked.call(), verdict, "once", "not on a Friday"));
    }

    private static ModelAnswer waitFor(Cancellation cancellation) {
        CountDownLatch stopped = new CountDownLatch(1);
        cancellation.onRequest(stopped::countDown);
        try {
            stopped.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return ModelAnswer.COMPLETE;
    }

    private Assistant assistant(Model model) {
        return new Assistant(model, FileTools.toolbox(), QUICK);
    }

    /// Until it is counted down, for that long at most, or until interrupted.
    private static void await(CountDownLatch latch, long millis) {
        try {
            latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// With a model that may be silent for that long.
    private Ending silent(Model model, TestLog log, Duration silence) {
        return new Assistant(model, FileTools.toolbox(), new Limits(5, silence, 2_000, 4_000))
                .work(log.run, log.firstMessage(), log, new ProjectFolder(root), Policy.builtIn(), Cancellation.NEVER);
    }

    private Ending work(Model model, TestLog log) {
        return work(model, log, Cancellation.NEVER);
    }

    private Ending work(Model model, TestLog log, Cancellation cancellation) {
        return assistant(model)
                .work(log.run, log.firstMessage(), log, new ProjectFolder(root), Policy.builtIn(), cancellation);
    }

    private Ending work(Tool tool, TestLog log, Cancellation cancellation) {
        String name = tool.spec().name();
        Policy policy = Policy.builtIn().with(List.of(Rule.of(Layer.ORGANISATION, "r1", Verb.ALLOW, name)));
        Script script = new Script(Script.calls("", new WantedCall(name, Map.of())), Script.text("done"));
        return new Assistant(script, new Toolbox(List.of(tool)), QUICK)
                .work(log.run, log.firstMessage(), log, new ProjectFolder(root), policy, cancellation);
    }

    private interface Body {
        ToolResult run() throws InterruptedException;
    }

    private static Tool tool(String name, Effect effect, Duration timeout, Body body) {
        return new Tool() {
            @Override
            public ToolSpec spec() {
                return new ToolSpec(name, name, List.of(), effect, timeout);
            }

            @Override
            public String words(Arguments arguments) {
                return name;
            }

            @Override
            public ToolResult run(Arguments arguments, ToolContext context) throws InterruptedException {
                return body.run();
            }
        };
    }
}
