package io.atmoshub.assistant.conversation;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.file.ProjectFolder;
import io.atmoshub.assistant.file.ProjectPath;
import io.atmoshub.assistant.file.SessionCopy;
import io.atmoshub.assistant.model.Model;
import io.atmoshub.assistant.model.ModelRequest;
import io.atmoshub.assistant.model.Stop;
import io.atmoshub.assistant.model.WantedCall;
import io.atmoshub.assistant.permission.Facts;
import io.atmoshub.assistant.permission.Policy;
import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.Tool;
import io.atmoshub.assistant.tool.ToolFailure;
import io.atmoshub.assistant.tool.Toolbox;
import io.atmoshub.hub.change.PendingFile;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.ToolCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A run while somebody works on it: again and again it looks at the log, and does the next thing that the
/// log says is missing. It keeps nothing in between, which is why it can be left anywhere.
record RunAtWork(
        Model model,
        AgentAtWork agent,
        Toolbox tools,
        Limits limits,
        RunId run,
        UUID messageId,
        RunLog log,
        ProjectFolder project,
        Supplier<Policy> policies,
        Cancellation cancellation) {
    /// More calls in one answer than anybody wants to see.
    private static final int MOST_CALLS = 20;

    Ending toItsEnd() throws InterruptedException {
        RunState state = RunState.of(run, log.history());
        if (state.ended().isEmpty()) {
            if (!state.started()) {
                append(new Happening.RunStarted(run, messageId, model.name()));
            } else if (!state.parked()) {
                append(new Happening.RunResumed(run, "The server that worked on it stopped."));
            }
        }
        while (true) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            Optional<Ending> ending = nextThing();
            if (ending.isPresent()) {
                return ending.get();
            }
        }
    }

    private Optional<Ending> nextThing() throws InterruptedException {
        List<SessionEvent> events = log.history();
        RunState state = RunState.of(run, events);
        if (state.ended().isPresent()) {
            return state.ended();
        }
        if (cancellation.requested()) {
            return Optional.of(cancelled(state));
        }
        List<RunState.CallState> open = state.open();
        if (open.isEmpty()) {
            return askModel(events, state);
        }
        if (open.stream().allMatch(RunState.CallState::waiting)) {
            return Optional.of(Ending.WAITING);
        }
        for (RunState.CallState call : open) {
            if (!call.waiting() && !cancellation.requested()) {
                // Files that an earlier call wrote count for the next one.
                new CallAtWork(this, policies.get(), call, log.history()).oneOfItsSteps();
            }
        }
        return Optional.empty();
    }

    private Optional<Ending> askModel(List<SessionEvent> events, RunState state) throws InterruptedException {
        if (state.turns() >= limits.turns()) {
            return Optional.of(failed(
                    "The assistant stopped after %d steps without coming to an end.".formatted(limits.turns()),
                    "Say \"go on\", or ask for something smaller."));
        }
        if (agent.agent().isEmpty()) {
            return Optional.of(failed(
                    "This project has no agent \"%s\" any more.".formatted(agent.name()),
                    "Choose another: " + agent.settings().agents().names()));
        }
        if (state.turns() == 0) {
            Optional<Happening.Compacted> compacted =
                    new SummingUp(this, agent.settings().compaction()).due(events);
            if (compacted.isPresent() || cancellation.requested()) {
                compacted.ifPresent(this::append);
                return Optional.empty();
            }
        }
        int block = state.blocks();
        int[] offset = {0};
        ModelRequest request = new ModelRequest(
                SystemPrompt.of(
                        agent.agent().get(),
                        agent.settings().memory(),
                        sessionCopy(events, unreadable()),
                        agent.mode()),
                Transcript.turns(events, messageId),
                AgentAtWork.offered(tools, policies.get()));
        ModelTurn.End end = new ModelTurn(model, limits, spent -> log.used(run, spent))
                .run(request, cancellation, piece -> {
                    log.live(new LiveText(run, block, offset[0], piece));
                    offset[0] += piece.length();
                });
        return switch (end) {
            case ModelTurn.End.Stopped stopped -> {
                say(block, stopped.text());
                yield Optional.empty();
            }
            case ModelTurn.End.Failed failed -> {
                say(block, failed.text());
                yield Optional.of(failed(failed.reason(), failed.hint()));
            }
            case ModelTurn.End.Answered answered -> {
                say(block, answered.text());
                yield answered(state, answered);
            }
        };
    }

    private Optional<Ending> answered(RunState state, ModelTurn.End.Answered answered) {
        List<WantedCall> calls = answered.answer().calls();
        if (!calls.isEmpty()) {
            calls.stream().limit(MOST_CALLS).forEach(this::call);
            return Optional.empty();
        }
        if (answered.answer().stop() == Stop.LENGTH) {
            return Optional.of(failed(
                    "%s was cut off: the answer reached the length that is set for it.".formatted(model.name()),
                    "Say \"go on\", ask for it in parts, or have max_tokens raised."));
        }
        if (answered.text().isBlank() && !state.spoke()) {
            return Optional.of(
                    failed("%s answered with nothing.".formatted(model.name()), "Ask again, in other words."));
        }
        append(new Happening.RunFinished(run));
        return Optional.of(Ending.FINISHED);
    }

    /// What was said stays said, also when the answer breaks off.
    private void say(int block, String text) {
        if (!text.isBlank()) {
            append(new Happening.AssistantText(run, block, text));
        }
    }

    private void call(WantedCall wanted) {
        String name = CleanText.of(wanted.tool());
        String cut = name.length() > 100 ? name.substring(0, 100) : name;
        ToolCall call = new ToolCall(CallId.random(), cut, CleanText.of(wanted.arguments()));
        append(new Happening.ToolCalled(run, call, words(call)));
    }

    private String words(ToolCall call) {
        String plain = "Call `%s`".formatted(call.tool().replaceAll("[^\\w.-]", "?"));
        try {
            Optional<Tool> tool = tools.find(call.tool());
            return tool.isEmpty()
                    ? plain
                    : tool.get().words(Arguments.of(tool.get().spec(), call.arguments()));
        } catch (ToolFailure _) {
            return plain;
        }
    }

    private Ending cancelled(RunState state) {
        for (RunState.CallState call : state.open()) {
            append(new Happening.ToolFinished(
                    run, call.call.id(), Outcome.CANCELLED, "stopped", "A person stopped the run."));
        }
        append(new Happening.RunCancelled(run));
        return Ending.CANCELLED;
    }

    private Ending failed(String reason, String hint) {
        append(new Happening.RunFailed(run, reason, hint));
        return Ending.FAILED;
    }

    /// What a model is told without asking for it is nothing that it could not read.
    private Predicate<ProjectPath> unreadable() {
        Predicate<String> unseen = policies.get().unseen(Facts.of("file_read", Set.of(), Map.of()));
        return path -> unseen.test(path.value());
    }

    SessionCopy sessionCopy(List<SessionEvent> events, Predicate<ProjectPath> closed) {
        return new SessionCopy(project, PendingFile.contents(events), closed);
    }

    void append(Happening what) {
        log.append(Actor.ASSISTANT, what);
    }
}
