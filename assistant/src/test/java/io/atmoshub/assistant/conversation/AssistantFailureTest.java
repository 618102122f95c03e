package io.atmoshub.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.model.Model;
import io.atmoshub.assistant.model.ModelAnswer;
import io.atmoshub.assistant.model.ModelException;
import io.atmoshub.assistant.tool.Effect;
import io.atmoshub.assistant.tool.Tool;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.hub.session.Happening.AssistantText;
import io.atmoshub.hub.session.Happening.RunFailed;
import io.atmoshub.hub.session.Happening.ToolFinished;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.Outcome;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Models and tools that fail, fall silent, break, or never end.
class AssistantFailureTest extends AssistantAtWork {
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
}
