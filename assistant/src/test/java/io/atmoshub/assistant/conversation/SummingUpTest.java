package io.atmoshub.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.compaction.Compaction;
import io.atmoshub.assistant.compaction.CompactionSettings;
import io.atmoshub.assistant.compaction.Truncation;
import io.atmoshub.assistant.file.ProjectFolder;
import io.atmoshub.assistant.model.ModelException;
import io.atmoshub.assistant.model.ModelRequest;
import io.atmoshub.assistant.model.Turn;
import io.atmoshub.assistant.permission.Policy;
import io.atmoshub.assistant.tool.file.FileTools;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.ToolCall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SummingUpTest {
    private static final CompactionSettings SETTINGS = new CompactionSettings(true, 20, 0.75, 0.4, 5, true);

    @TempDir
    Path root;

    @Test
    void theOldestAreSummedUpByTheModelAndTheLatestStay() throws Exception {
        TestLog log = history(8);
        settings("enabled: true");
        Script script = new Script(Script.text("They looked at vpc."));

        assertThat(work(log, script)).isEqualTo(Ending.FINISHED);

        Happening.Compacted compacted = log.only(Happening.Compacted.class);
        assertThat(compacted.summary()).isEqualTo("They looked at vpc.");
        assertThat(compacted.byModel()).isTrue();
        assertThat(script.requests.getFirst().tools()).isEmpty();
        assertThat(asked(script.requests.getFirst()).getFirst())
                .contains("question 0")
                .doesNotContain("question 7");
        List<String> seen = asked(script.requests.getLast());
        assertThat(seen.getFirst()).contains("summed up", "They looked at vpc.");
        assertThat(seen).last().isEqualTo("last question");
        assertThat(seen).contains("question 7").doesNotContain("question 0");
        assertThat(log.all(Happening.UserMessage.class)).hasSize(9);
    }

    @Test
    void withoutASummaryItIsSaidWhatWasLeftOut() throws Exception {
        TestLog log = history(8);
        settings("enabled: true, use_ai_summary: false");

        assertThat(work(log, new Script(Script.text("Done.")))).isEqualTo(Ending.FINISHED);

        assertThat(log.only(Happening.Compacted.class))
                .satisfies(compacted -> assertThat(compacted.byModel()).isFalse())
                .satisfies(compacted -> assertThat(compacted.summary())
                        .contains("messages were left out", "- Ana asked: question 0", "- The assistant did: Read it"));
    }

    @Test
    void aModelThatCanNotSumUpIsNoReasonNotToAnswer() throws Exception {
        TestLog log = history(8);
        settings("enabled: true");
        Script script = new Script((text, _) -> {
            throw new ModelException("no", "no");
        });

        assertThat(work(log, script)).isEqualTo(Ending.FAILED);

        assertThat(log.only(Happening.Compacted.class).byModel()).isFalse();
    }

    @Test
    void fewMessagesAreMuchWhenTheyAreLong() {
        TestLog log = new TestLog("short");
        CompactionSettings settings = new CompactionSettings(true, 50, 0.75, 0.4, 1, true);
        for (String output : List.of("little", "much ".repeat(70_000))) {
            UUID message = log.all(Happening.UserMessage.class).getLast().messageId();
            assertThat(Compaction.due(log.events, UUID.randomUUID(), settings)).isEmpty();
            RunId run = RunId.random();
            ToolCall call = new ToolCall(CallId.random(), "file_read", Map.of());
            log.append(Actor.ASSISTANT, new Happening.RunStarted(run, message, "Script"));
            log.append(Actor.ASSISTANT, new Happening.ToolCalled(run, call, "Read it"));
            log.append(Actor.ASSISTANT, new Happening.ToolFinished(run, call.id(), Outcome.OK, "read", output));
            log.append(Actor.ASSISTANT, new Happening.RunFinished(run));
            log.append(TestLog.ANA, new Happening.UserMessage(UUID.randomUUID(), "more"));
        }

        assertThat(Compaction.due(log.events, UUID.randomUUID(), settings)).isPresent();
    }

    @Test
    void nothingIsSummedUpUnlessSettingsSaySo() {
        TestLog log = history(40);

        assertThat(work(log, new Script(Script.text("Done.")))).isEqualTo(Ending.FINISHED);

        assertThat(log.all(Happening.Compacted.class)).isEmpty();
    }

    @Test
    void undoneTheModelSeesEverythingAndIsLeftAlone() throws Exception {
        TestLog log = history(8);
        settings("enabled: true");
        work(log, new Script(Script.text("Summary.")));
        long seq = log.events.stream()
                .filter(event -> event.what() instanceof Happening.Compacted)
                .findFirst()
                .orElseThrow()
                .seq();
        assertThat(Compaction.of(log.events).hidden()).isNotEmpty();

        log.append(TestLog.ANA, new Happening.CompactionUndone(seq));

        assertThat(Compaction.of(log.events).hidden()).isEmpty();
        assertThat(Compaction.due(log.events, UUID.randomUUID(), SETTINGS)).isEmpty();
        assertThat(Compaction.plan(log.events, UUID.randomUUID(), SETTINGS)).isPresent();
    }

    @Test
    void whateverTheHistoryCallsKeepTheirResultsAndTheLatestStay() {
        Random random = new Random(42);
        int planned = 0;
        for (int round = 0; round < 2_000; round++) {
            TestLog log = random(random);
            CompactionSettings settings = new CompactionSettings(
                    true, 1 + random.nextInt(20), 0.5, (1 + random.nextInt(10)) / 10.0, random.nextInt(8), false);
            UUID answering = log.all(Happening.UserMessage.class).getLast().messageId();
            for (int again = 0; again < 3; again++) {
                List<Turn> before = Transcript.turns(log.events, answering);
                Optional<Compaction.Plan> plan = Compaction.due(log.events, answering, settings);
                if (plan.isEmpty()) {
                    break;
                }
                planned++;
                log.append(
                        Actor.ASSISTANT,
                        new Happening.Compacted(plan.get().from(), plan.get().to(), Truncation.of(plan.get()), false));
                List<Turn> after = Transcript.turns(log.events, answering);
                assertThat(after.size()).isLessThanOrEqualTo(before.size());
                assertThat(after.getFirst()).isInstanceOf(Turn.Asked.class);
                paired(after);
                // All but the summary is the end of what there was.
                List<Turn> kept = after.subList(1, after.size());
                assertThat(before.subList(before.size() - kept.size(), before.size()))
                        .isEqualTo(kept);
                long messages = kept.stream()
                        .filter(turn -> !(turn instanceof Turn.Returned))
                        .count();
                assertThat(messages).isGreaterThanOrEqualTo(settings.recent());
                assertThat(kept).last().isEqualTo(before.getLast());
            }
        }
        assertThat(planned).isGreaterThan(500);
    }

    private static void paired(List<Turn> turns) {
        Set<CallId> open = new HashSet<>();
        for (Turn turn : turns) {
            if (turn instanceof Turn.Called called) {
                open.add(called.call().id());
            } else if (turn instanceof Turn.Returned returned) {
                assertThat(open.remove(returned.call())).isTrue();
            }
        }
        assertThat(open).isEmpty();
    }

    /// Messages that queue, runs that are stopped or lost, calls without results.
    private static TestLog random(Random random) {
        TestLog log = new TestLog("question");
        List<UUID> queued = new ArrayList<>(List.of(log.firstMessage()));
        int messages = 1 + random.nextInt(12);
        while (!queued.isEmpty() || messages > 0) {
            if (messages > 0 && (queued.isEmpty() || random.nextInt(3) == 0)) {
                UUID id = UUID.randomUUID();
                log.append(TestLog.ANA, new Happening.UserMessage(id, "question"));
                queued.add(id);
                messages--;
                continue;
            }
            run(log, queued.removeFirst(), random);
        }
        log.append(TestLog.ANA, new Happening.UserMessage(UUID.randomUUID(), "now"));
        return log;
    }

    private static void run(TestLog log, UUID message, Random random) {
        RunId run = RunId.random();
        if (random.nextInt(8) == 0) {
            log.append(Actor.HUB, new Happening.RunCancelled(run));
            return;
        }
        log.append(Actor.ASSISTANT, new Happening.RunStarted(run, message, "Script"));
        for (int i = random.nextInt(5); i > 0; i--) {
            ToolCall call = new ToolCall(CallId.random(), "file_read", Map.of());
            log.append(Actor.ASSISTANT, new Happening.ToolCalled(run, call, "Read it"));
            if (random.nextInt(10) > 0) {
                log.append(Actor.ASSISTANT, new Happening.ToolFinished(run, call.id(), Outcome.OK, "read", "content"));
            }
        }
        log.append(Actor.ASSISTANT, new Happening.AssistantText(run, 0, "answer"));
        log.append(
                Actor.ASSISTANT,
                random.nextBoolean() ? new Happening.RunFinished(run) : new Happening.RunFailed(run, "lost", "again"));
    }

    /// So many answered questions, each with a call, and one to be answered.
    private static TestLog history(int questions) {
        TestLog log = new TestLog("question 0");
        UUID message = log.firstMessage();
        for (int i = 0; i < questions; i++) {
            if (i > 0) {
                message = UUID.randomUUID();
                log.append(TestLog.ANA, new Happening.UserMessage(message, "question " + i));
            }
            RunId run = RunId.random();
            ToolCall call = new ToolCall(CallId.random(), "file_read", Map.of());
            log.append(Actor.ASSISTANT, new Happening.RunStarted(run, message, "Script"));
            log.append(Actor.ASSISTANT, new Happening.ToolCalled(run, call, "Read it"));
            log.append(Actor.ASSISTANT, new Happening.ToolFinished(run, call.id(), Outcome.OK, "read", "content"));
            log.append(Actor.ASSISTANT, new Happening.AssistantText(run, 0, "answer " + i));
            log.append(Actor.ASSISTANT, new Happening.RunFinished(run));
        }
        log.append(TestLog.ANA, new Happening.UserMessage(UUID.randomUUID(), "last question"));
        return log;
    }

    private Ending work(TestLog log, Script script) {
        UUID last = log.all(Happening.UserMessage.class).getLast().messageId();
        return new Assistant(script, FileTools.toolbox())
                .work(log.run, last, log, new ProjectFolder(root), Policy.builtIn(), Cancellation.NEVER);
    }

    private static List<String> asked(ModelRequest request) {
        return request.turns().stream()
                .filter(Turn.Asked.class::isInstance)
                .map(turn -> ((Turn.Asked) turn).text())
                .toList();
    }

    private void settings(String compact) throws Exception {
        Files.writeString(
                root.resolve("atmos.yaml"),
                "settings: {ai: {sessions: {max_history_messages: 20, auto_compact: {preserve_recent: 5, %s}}}}\n"
                        .formatted(compact));
    }
}
