package io.atmoshub.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.file.ProjectFolder;
import io.atmoshub.assistant.model.ModelAnswer;
import io.atmoshub.assistant.model.Turn;
import io.atmoshub.assistant.model.Usage;
import io.atmoshub.assistant.model.WantedCall;
import io.atmoshub.assistant.permission.Layer;
import io.atmoshub.assistant.permission.Policy;
import io.atmoshub.assistant.permission.Rule;
import io.atmoshub.assistant.permission.Verb;
import io.atmoshub.assistant.tool.Effect;
import io.atmoshub.assistant.tool.Tool;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Happening.ApprovalAsked;
import io.atmoshub.hub.session.Happening.AssistantText;
import io.atmoshub.hub.session.Happening.Decided;
import io.atmoshub.hub.session.Happening.FileWritten;
import io.atmoshub.hub.session.Happening.ToolCalled;
import io.atmoshub.hub.session.Happening.ToolFinished;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.Verdict;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the assistant does for a message: words, calls, questions to people.
class AssistantTest extends AssistantAtWork {
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
    void charactersThatCannotBeStoredAreTakenOut() {
        TestLog log = new TestLog("x");

        work(new Script(Script.text("a\0b\u0007 \ud83d", "\ude00 \udc00c")), log);

        assertThat(log.only(AssistantText.class).text()).isEqualTo("ab 😀 c");
    }

    @Test
    void aMessageThatCameMeanwhileIsNotPartOfThisAnswer() {
        TestLog log = new TestLog("first");
        log.append(TestLog.ANA, new Happening.UserMessage(java.util.UUID.randomUUID(), "second"));
        Script script = new Script(Script.text("done"));

        work(script, log);

        assertThat(script.requests.getFirst().turns()).containsExactly(new Turn.Asked("Ana", "first"));
    }
}
