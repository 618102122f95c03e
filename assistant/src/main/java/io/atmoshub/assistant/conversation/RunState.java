package io.atmoshub.assistant.conversation;

import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.ToolCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a run has come, read off the log and from nowhere else.
final class RunState {
    /// A call and what became of it so far.
    static final class CallState {
        final ToolCall call;
        Happening.@Nullable ApprovalAsked asked;
        Happening.@Nullable Decided decided;
        boolean decidedByPerson;
        boolean started;
        Happening.@Nullable FileWritten written;
        boolean finished;

        CallState(ToolCall call) {
            this.call = call;
        }

        boolean waiting() {
            return asked != null && decided == null && !finished;
        }
    }

    private final Map<CallId, CallState> calls = new LinkedHashMap<>();
    private boolean started;
    private int blocks;
    private int turns;
    private boolean inTurn;
    private @Nullable Ending ended;

    static RunState of(RunId run, List<SessionEvent> events) {
        RunState state = new RunState();
        events.forEach(event -> state.see(run, event));
        return state;
    }

    private void see(RunId run, SessionEvent event) {
        switch (event.what()) {
            case Happening.RunStarted e when e.run().equals(run) -> started = true;
            case Happening.AssistantText e
            when e.run().equals(run) -> {
                blocks = Math.max(blocks, e.block() + 1);
                modelSpoke();
            }
            case Happening.ToolCalled e
            when e.run().equals(run) -> {
                calls.put(e.call().id(), new CallState(e.call()));
                modelSpoke();
            }
            case Happening.ApprovalAsked e when e.run().equals(run) -> call(e.call()).asked = e;
            case Happening.Decided e
            when e.run().equals(run) -> {
                CallState call = call(e.call());
                call.decided = e;
                call.decidedByPerson = event.actor().kind() == Actor.Kind.PERSON;
                inTurn = false;
            }
            case Happening.ToolStarted e when e.run().equals(run) -> call(e.call()).started = true;
            case Happening.FileWritten e when e.run().equals(run) -> call(e.call()).written = e;
            case Happening.ToolFinished e
            when e.run().equals(run) -> {
                call(e.call()).finished = true;
                inTurn = false;
            }
            case Happening.RunFinished e when e.run().equals(run) -> ended = Ending.FINISHED;
            case Happening.RunFailed e when e.run().equals(run) -> ended = Ending.FAILED;
            case Happening.RunCancelled e when e.run().equals(run) -> ended = Ending.CANCELLED;
            default -> {}
        }
    }

    /// A turn of the model is its words and calls up to where the first of them is dealt with.
    private void modelSpoke() {
        if (!inTurn) {
            turns++;
            inTurn = true;
        }
    }

    private CallState call(CallId id) {
        CallState state = calls.get(id);
        if (state == null) {
            throw new IllegalStateException("the log tells of call " + id + " before it was made");
        }
        return state;
    }

    boolean started() {
        return started;
    }

    Optional<Ending> ended() {
        return Optional.ofNullable(ended);
    }

    int blocks() {
        return blocks;
    }

    int turns() {
        return turns;
    }

    boolean spoke() {
        return blocks > 0;
    }

    List<CallState> open() {
        List<CallState> open = new ArrayList<>(calls.values());
        open.removeIf(call -> call.finished);
        return open;
    }

    /// Whether the run stood still because it waited for people, and not because its server died.
    boolean parked() {
        List<CallState> open = open();
        return !open.isEmpty() && open.stream().allMatch(call -> call.asked != null && !call.started);
    }
}
