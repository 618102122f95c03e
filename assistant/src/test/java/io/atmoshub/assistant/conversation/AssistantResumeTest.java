package io.atmoshub.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.tool.Effect;
import io.atmoshub.assistant.tool.Tool;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Happening.ApprovalAsked;
import io.atmoshub.hub.session.Happening.AssistantText;
import io.atmoshub.hub.session.Happening.FileWritten;
import io.atmoshub.hub.session.Happening.RunFailed;
import io.atmoshub.hub.session.Happening.ToolCalled;
import io.atmoshub.hub.session.Happening.ToolFinished;
import io.atmoshub.hub.session.Happening.ToolStarted;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.Verdict;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A run goes on from wherever it was left.
class AssistantResumeTest extends AssistantAtWork {
    @Test
    void anEndedRunIsLeftAsItIs() {
        TestLog log = new TestLog("x");
        Script script = new Script(Script.text("done"));
        work(script, log);
        int events = log.events.size();

        assertThat(work(script, log)).isEqualTo(Ending.FINISHED);

        assertThat(log.events).hasSize(events);
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
}
