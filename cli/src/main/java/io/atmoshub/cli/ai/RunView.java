package io.atmoshub.cli.ai;

import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionListener;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// Shows one run, the answer to one message, and tells the command what it has to act on. What else goes on
/// in the session is left out.
final class RunView implements SessionListener {
    /// What the command has to do something about.
    sealed interface Turn {
        record Asked(Happening.ApprovalAsked asked) implements Turn {}

        record Finished() implements Turn {}

        /// Failed or stopped; the reason is on the screen.
        record BrokenOff() implements Turn {}

        record Gone(HubException why) implements Turn {}
    }

    private @Nullable UUID messageId;
    private final EventPrinter printer;
    private final Optional<Screen> json;
    private final BlockingQueue<Turn> turns = new LinkedBlockingQueue<>();
    private final Set<CallId> settled = ConcurrentHashMap.newKeySet();
    private @Nullable RunId run;

    /// Of the next message, whoever says it.
    static RunView ofNext(Terminal terminal, boolean json) {
        return new RunView(terminal, null, json);
    }

    RunView(Terminal terminal, @Nullable UUID messageId, boolean json) {
        this.messageId = messageId;
        this.printer = new EventPrinter(terminal.out(), terminal.err());
        this.json = json ? Optional.of(terminal.out()) : Optional.empty();
    }

    Turn next() throws InterruptedException {
        return turns.take();
    }

    /// Somebody answered, or the run ended without.
    boolean settled(CallId call) {
        return settled.contains(call);
    }

    @Override
    public void event(SessionEvent event) {
        if (!ofThisRun(event.what())) {
            return;
        }
        json.ifPresentOrElse(screen -> screen.json(event), () -> show(event));
        switch (event.what()) {
            case Happening.ApprovalAsked asked -> turns.add(new Turn.Asked(asked));
            case Happening.Decided decided -> settled.add(decided.call());
            case Happening.ToolFinished finished -> settled.add(finished.call());
            case Happening.RunFinished _ -> turns.add(new Turn.Finished());
            case Happening.RunFailed _, Happening.RunCancelled _, Happening.MessageWithdrawn _ ->
                turns.add(new Turn.BrokenOff());
            default -> {}
        }
    }

    @Override
    public void text(LiveText text) {
        if (json.isEmpty() && text.run().equals(run)) {
            printer.text(text);
        }
    }

    @Override
    public void ended(HubException why) {
        printer.closeBlock();
        turns.add(new Turn.Gone(why));
    }

    private void show(SessionEvent event) {
        // The person has just typed it.
        if (!(event.what() instanceof Happening.UserMessage)) {
            printer.event(event);
        }
    }

    private boolean ofThisRun(Happening what) {
        return switch (what) {
            case Happening.UserMessage said -> {
                if (messageId == null) {
                    messageId = said.messageId();
                }
                yield said.messageId().equals(messageId);
            }
            case Happening.RunStarted started -> {
                if (started.messageId().equals(messageId)) {
                    run = started.run();
                }
                yield started.messageId().equals(messageId);
            }
            case Happening.RunResumed e -> e.run().equals(run);
            case Happening.AssistantText e -> e.run().equals(run);
            case Happening.ToolCalled e -> e.run().equals(run);
            case Happening.ApprovalAsked e -> e.run().equals(run);
            case Happening.Approved e -> e.run().equals(run);
            case Happening.Decided e -> e.run().equals(run);
            case Happening.ToolStarted e -> e.run().equals(run);
            case Happening.FileWritten e -> e.run().equals(run);
            case Happening.ToolFinished e -> e.run().equals(run);
            case Happening.RunFinished e -> e.run().equals(run);
            case Happening.RunFailed e -> e.run().equals(run);
            // A stop takes the queue along: ours may never have started.
            case Happening.RunCancelled e -> run == null || e.run().equals(run);
            case Happening.Renamed _,
                    Happening.Shared _,
                    Happening.ModelChosen _,
                    Happening.FilesApplied _,
                    Happening.FilesCommitted _,
                    Happening.FilesDiscarded _ -> false;
            case Happening.AgentChosen _, Happening.Compacted _, Happening.CompactionUndone _ -> false;
            case Happening.MessageWithdrawn withdrawn -> withdrawn.messageId().equals(messageId);
            case Happening.Rated _, Happening.BranchedOff _, Happening.BranchBegun _, Happening.Imported _ -> false;
            case Happening.PlanApproved _ -> false;
        };
    }
}
