package io.atmoshub.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.assistant.builtin.BuiltInAssistant;
import io.atmoshub.assistant.model.ModelRequest;
import io.atmoshub.assistant.tool.ToolSpec;
import io.atmoshub.hub.conversation.Plan;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A message that wants a plan: the assistant looks, changes nothing, and says what it would do.
class PlanModeTest extends AssistantAtWork {
    @Test
    void onlyToolsThatLookAreOfferedAndTheModelIsToldWhatAPlanIs() {
        TestLog log = new TestLog(Message.toPlan("three zones"));
        Script script = new Script(Script.text("1. Change a.txt"));

        assertThat(work(script, log)).isEqualTo(Ending.FINISHED);

        assertThat(script.requests.getFirst().tools())
                .extracting(ToolSpec::name)
                .contains("file_read", "file_list", "file_search")
                .doesNotContain("file_write", "memory_update");
        assertThat(script.requests.getFirst().system()).endsWith(ModelRequest.PLAN);
        assertThat(Plan.open(log.events)).map(Plan::text).contains("1. Change a.txt");
    }

    @Test
    void aModelThatWritesAllTheSameIsRefused() {
        TestLog log = new TestLog(Message.toPlan("three zones"));
        Script script = new Script(Script.calls("", WRITE), Script.text("1. Write b.txt"));

        assertThat(work(script, log)).isEqualTo(Ending.FINISHED);

        assertThat(log.only(Happening.ToolFinished.class).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(log.all(Happening.FileWritten.class)).isEmpty();
        assertThat(log.all(Happening.ApprovalAsked.class)).isEmpty();
    }

    @Test
    void theBuiltInAssistantSaysWhatItWouldDoAndDoesItOnceThePlanIsApproved() {
        var builtIn = new BuiltInAssistant(Duration.ZERO);
        TestLog log = new TestLog(Message.toPlan("write a note to docs/notes.md: ask Ana"));

        assertThat(work(builtIn, log)).isEqualTo(Ending.FINISHED);
        assertThat(Plan.open(log.events))
                .hasValueSatisfying(plan -> assertThat(plan.text())
                        .contains("This is what I would do", "1. Add to `docs/notes.md`", "Ask Ana"));

        TestLog work = new TestLog(log, Message.of(Plan.CARRY_OUT));
        assertThat(work(builtIn, work)).isEqualTo(Ending.WAITING);
        assertThat(work.all(Happening.ApprovalAsked.class).getLast().change())
                .hasFieldOrPropertyWithValue("path", "docs/notes.md");
    }
}
