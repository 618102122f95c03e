package io.atmoshub.server.run;

import io.atmoshub.hub.session.Happening;
import java.util.Optional;

/// Where a run stands. It begins QUEUED, and each answer to what it asked queues it again.
public enum RunState {
    QUEUED,
    WORKING,
    /// For a person.
    WAITING,
    FINISHED,
    FAILED,
    CANCELLED;

    /// The state into which an event of the run puts it, if into another.
    static Optional<RunState> after(Happening what) {
        return switch (what) {
            case Happening.ApprovalAsked a -> Optional.of(WAITING);
            case Happening.RunFinished f -> Optional.of(FINISHED);
            case Happening.RunFailed f -> Optional.of(FAILED);
            case Happening.RunCancelled c -> Optional.of(CANCELLED);
            case Happening.UserMessage m -> Optional.empty();
            case Happening.RunStarted s -> Optional.empty();
            case Happening.RunResumed r -> Optional.empty();
            case Happening.AssistantText t -> Optional.empty();
            case Happening.ToolCalled c -> Optional.empty();
            case Happening.Approved a -> Optional.empty();
            case Happening.Decided d -> Optional.empty();
            case Happening.ToolStarted s -> Optional.empty();
            case Happening.FileWritten w -> Optional.empty();
            case Happening.ToolFinished f -> Optional.empty();
            case Happening.Renamed r -> Optional.empty();
            case Happening.Shared s -> Optional.empty();
            case Happening.FilesApplied a -> Optional.empty();
            case Happening.FilesCommitted c -> Optional.empty();
            case Happening.FilesDiscarded d -> Optional.empty();
            case Happening.AgentChosen a -> Optional.empty();
            case Happening.Compacted c -> Optional.empty();
            case Happening.CompactionUndone u -> Optional.empty();
            case Happening.ModelChosen c -> Optional.empty();
            case Happening.MessageWithdrawn n -> Optional.empty();
            case Happening.Rated n -> Optional.empty();
            case Happening.BranchedOff n -> Optional.empty();
            case Happening.BranchBegun n -> Optional.empty();
            case Happening.Imported n -> Optional.empty();
            case Happening.PlanApproved n -> Optional.empty();
        };
    }

    boolean ended() {
        return this == FINISHED || this == FAILED || this == CANCELLED;
    }
}
