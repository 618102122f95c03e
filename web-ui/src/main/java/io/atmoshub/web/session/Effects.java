package io.atmoshub.web.session;

import io.atmoshub.hub.session.Happening;

/// What an event changes on the page besides the column itself.
final class Effects {
    private Effects() {}

    /// The list of sessions reads differently now, or the session cost something.
    static boolean list(Happening what) {
        return switch (what) {
            case Happening.UserMessage m -> true;
            case Happening.RunStarted s -> true;
            case Happening.ApprovalAsked a -> true;
            case Happening.Approved a -> true;
            case Happening.Decided d -> true;
            case Happening.RunFinished f -> true;
            case Happening.RunFailed f -> true;
            case Happening.RunCancelled c -> true;
            case Happening.Renamed r -> true;
            case Happening.Shared s -> true;
            case Happening.FilesApplied a -> true;
            case Happening.FilesCommitted c -> true;
            case Happening.FilesDiscarded d -> true;
            case Happening.BranchedOff b -> true;
            case Happening.BranchBegun b -> true;
            case Happening.Imported i -> true;
            case Happening.PlanApproved p -> false;
            case Happening.MessageWithdrawn w -> false;
            case Happening.Rated r -> false;
            case Happening.AgentChosen a -> false;
            case Happening.Compacted c -> false;
            case Happening.CompactionUndone u -> false;
            case Happening.ModelChosen c -> false;
            case Happening.RunResumed r -> false;
            case Happening.AssistantText t -> false;
            case Happening.ToolCalled t -> false;
            case Happening.ToolStarted t -> false;
            case Happening.FileWritten w -> false;
            case Happening.ToolFinished f -> false;
        };
    }

    static boolean files(Happening what) {
        return what instanceof Happening.FileWritten
                || what instanceof Happening.FilesApplied
                || what instanceof Happening.FilesDiscarded;
    }

    static boolean head(Happening what) {
        return what instanceof Happening.Renamed
                || what instanceof Happening.Shared
                || what instanceof Happening.ModelChosen;
    }
}
