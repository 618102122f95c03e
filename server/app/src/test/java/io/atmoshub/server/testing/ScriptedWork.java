package io.atmoshub.server.testing;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.conversation.RunLog;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.ToolCall;
import io.atmoshub.hub.session.Verdict;
import io.atmoshub.server.run.ClaimedRun;
import io.atmoshub.server.run.RunWork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What a run does, told by its message: `ask …` wants a tool that needs a person, `hold …` writes half an
/// answer and waits until it is let go or stopped, everything else is answered. Like the assistant it knows
/// nothing but the log.
public final class ScriptedWork implements RunWork {
    public static final String HALF = "Half of the answer";

    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

    /// Lets go the runs that hold at this message.
    public void letGo(String message) {
        latch(gates, message).countDown();
    }

    /// Waits until a run holds.
    public void awaitHeld(String message) throws InterruptedException {
        if (!latch(held, message).await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("Nothing holds at: " + message);
        }
    }

    @Override
    public void work(ClaimedRun run, RunLog log, Cancellation cancellation) {
        List<Happening> history =
                log.history().stream().map(event -> event.what()).toList();
        boolean begun = history.stream()
                .anyMatch(what -> what instanceof Happening.RunStarted started
                        && started.run().equals(run.id()));
        boolean answered = history.stream()
                .anyMatch(what -> what instanceof Happening.Decided decided
                        && decided.run().equals(run.id()));
        if (!begun) {
            log.append(Actor.ASSISTANT, new Happening.RunStarted(run.id(), run.message(), "Script"));
        } else if (!answered) {
            log.append(Actor.ASSISTANT, new Happening.RunResumed(run.id(), "Its server stopped."));
        }
        if (cancellation.requested()) {
            log.append(Actor.ASSISTANT, new Happening.RunCancelled(run.id()));
            return;
        }
        String message = message(run, history);
        if (message.startsWith("ask")) {
            ask(run.id(), log, history);
        } else {
            answer(run.id(), message, log, cancellation);
        }
    }

    private void answer(RunId run, String message, RunLog log, Cancellation cancellation) {
        log.live(new LiveText(run, 0, 0, HALF));
        if (message.startsWith("hold") && !holdOn(message, cancellation)) {
            log.append(Actor.ASSISTANT, new Happening.RunCancelled(run));
            return;
        }
        if (message.startsWith("break")) {
            throw new IllegalArgumentException("a bug, on purpose");
        }
        log.live(new LiveText(run, 0, HALF.length(), " to: " + message));
        log.append(Actor.ASSISTANT, new Happening.AssistantText(run, 0, HALF + " to: " + message));
        log.append(Actor.ASSISTANT, new Happening.RunFinished(run));
    }

    /// False when stopped.
    private boolean holdOn(String message, Cancellation cancellation) {
        CountDownLatch gate = latch(gates, message);
        cancellation.onRequest(gate::countDown);
        latch(held, message).countDown();
        try {
            if (!gate.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("Nobody let go: " + message);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return !cancellation.requested();
    }

    private static void ask(RunId run, RunLog log, List<Happening> history) {
        Optional<Happening.ToolCalled> called = history.stream()
                .filter(what ->
                        what instanceof Happening.ToolCalled one && one.run().equals(run))
                .map(Happening.ToolCalled.class::cast)
                .findFirst();
        if (called.isEmpty()) {
            var call = new ToolCall(CallId.random(), "file_write", Map.of("path", "notes.md", "nul", "\0"));
            log.append(Actor.ASSISTANT, new Happening.ToolCalled(run, call, "Write `notes.md`"));
            log.append(
                    Actor.ASSISTANT,
                    new Happening.ApprovalAsked(
                            run,
                            call.id(),
                            call.fingerprint(),
                            "Write `notes.md`",
                            "writing a file asks first",
                            "members",
                            "file_write(" + run + ")",
                            null));
            return;
        }
        CallId call = called.get().call().id();
        boolean allowed = history.stream()
                .anyMatch(what -> what instanceof Happening.Decided decided
                        && decided.call().equals(call)
                        && decided.verdict() == Verdict.ALLOWED);
        if (allowed) {
            log.append(Actor.ASSISTANT, new Happening.ToolStarted(run, call));
            log.append(Actor.ASSISTANT, new Happening.FileWritten(run, call, "notes-" + run + ".md", null, "text\n"));
        }
        log.append(
                Actor.ASSISTANT,
                new Happening.ToolFinished(run, call, allowed ? Outcome.OK : Outcome.DENIED, "done", "\0 binary"));
        log.append(Actor.ASSISTANT, new Happening.RunFinished(run));
    }

    private static String message(ClaimedRun run, List<Happening> history) {
        return history.stream()
                .filter(what -> what instanceof Happening.UserMessage said
                        && said.messageId().equals(run.message()))
                .map(what -> ((Happening.UserMessage) what).text())
                .findFirst()
                .orElseThrow();
    }

    private static CountDownLatch latch(Map<String, CountDownLatch> latches, String message) {
        return latches.computeIfAbsent(message, key -> new CountDownLatch(1));
    }
}
