package io.atmoshub.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.StopSignal;
import io.atmoshub.assistant.file.ProjectFolder;
import io.atmoshub.assistant.model.ModelAnswer;
import io.atmoshub.assistant.model.Usage;
import io.atmoshub.assistant.permission.Policy;
import io.atmoshub.assistant.tool.Effect;
import io.atmoshub.assistant.tool.Tool;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.assistant.tool.file.FileTools;
import io.atmoshub.hub.session.Happening.AssistantText;
import io.atmoshub.hub.session.Happening.ToolFinished;
import io.atmoshub.hub.session.Outcome;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// What a stop, or somebody who takes the run away, leaves behind.
class AssistantStopTest extends AssistantAtWork {
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
}
