package io.atmoshub.cli.ai;

import io.atmoshub.cli.terminal.MarkdownPrinter;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.Thumb;
import io.atmoshub.hub.session.Verdict;

/// Shows what happens in a session: what the assistant says on one screen, everything around it on another.
final class EventPrinter {
    private final Screen answers;
    private final Screen notes;
    private final MarkdownPrinter markdown;
    private final StringBuilder printed = new StringBuilder();
    private String open = "";
    private int blocks;

    EventPrinter(Screen answers, Screen notes) {
        this.answers = answers;
        this.notes = notes;
        this.markdown = new MarkdownPrinter(answers);
    }

    /// The part of it that is not on the screen yet.
    void text(LiveText piece) {
        String block = piece.run() + "/" + piece.block();
        if (!block.equals(open)) {
            closeBlock();
            open = block;
        }
        int fresh = printed.length() - piece.offset();
        if (fresh >= 0 && fresh < piece.text().length()) {
            show(piece.text().substring(fresh));
        }
    }

    void event(SessionEvent event) {
        switch (event.what()) {
            case Happening.UserMessage said -> {
                answers.line(Screen.Style.BOLD, event.actor().name() + ":");
                answers.line(said.text());
                answers.line("");
            }
            case Happening.RunStarted _ -> {}
            case Happening.RunResumed resumed -> note(resumed.reason());
            case Happening.AssistantText text -> finish(text);
            case Happening.ToolCalled called -> note("· " + called.words());
            case Happening.ApprovalAsked asked -> note("  waits for an approval: " + asked.rule());
            case Happening.Approved approved ->
                note("  %s allowed it, %d of %d".formatted(event.actor().name(), approved.given(), approved.needed()));
            case Happening.Decided decided -> decided(event.actor(), decided);
            case Happening.ToolStarted _ -> {}
            case Happening.FileWritten written -> note("  wrote " + written.path());
            case Happening.ToolFinished finished -> finished(finished);
            case Happening.RunFinished _ -> {}
            case Happening.RunFailed failed -> {
                closeBlock();
                notes.line(Screen.Style.BAD, failed.reason());
                notes.line(failed.hint());
            }
            case Happening.RunCancelled _ -> note("Stopped.");
            case Happening.AgentChosen chosen -> note("From here on %s answers.".formatted(chosen.displayName()));
            case Happening.Compacted compacted ->
                note("Messages %d to %d are summed up for the assistant.".formatted(compacted.from(), compacted.to()));
            case Happening.CompactionUndone _ -> note("The assistant sees the whole conversation again.");
            case Happening.Renamed renamed -> note("Renamed to \"%s\".".formatted(renamed.name()));
            case Happening.ModelChosen chosen -> note("From here on %s answers.".formatted(chosen.name()));
            case Happening.MessageWithdrawn _ ->
                note("%s withdrew the message.".formatted(event.actor().name()));
            case Happening.Rated rated ->
                note("%s: thumbs %s%s"
                        .formatted(
                                event.actor().name(),
                                rated.thumb() == Thumb.UP ? "up" : "down",
                                rated.word() == null ? "" : ", " + rated.word()));
            case Happening.BranchedOff branched -> note("Branched off: session %s".formatted(branched.branch()));
            case Happening.BranchBegun begun ->
                note("Up to here it was said in \"%s\", session %s".formatted(begun.name(), begun.from()));
            case Happening.PlanApproved _ ->
                note("%s approved the plan.".formatted(event.actor().name()));
            case Happening.Imported imported ->
                note("Up to here it was read from a file: \"%s\", exported %s"
                        .formatted(imported.name(), imported.exportedAt()));
            case Happening.Shared shared ->
                note(
                        switch (shared.visibility()) {
                            case SHARED -> "Shared with everyone in the organisation.";
                            case PRIVATE -> "Made private.";
                        });
            case Happening.FilesApplied applied ->
                note("%s applied to the project: %s"
                        .formatted(event.actor().name(), String.join(", ", applied.paths())));
            case Happening.FilesCommitted committed ->
                note("%s committed to %s: %s"
                        .formatted(
                                event.actor().name(),
                                committed.commit().branch(),
                                String.join(", ", committed.paths())));
            case Happening.FilesDiscarded discarded ->
                note("%s discarded: %s".formatted(event.actor().name(), String.join(", ", discarded.paths())));
        }
    }

    /// Ends an answer that broke off.
    void closeBlock() {
        if (!open.isEmpty()) {
            markdown.end();
            open = "";
            printed.setLength(0);
        }
    }

    private void finish(Happening.AssistantText text) {
        String block = text.run() + "/" + text.block();
        if (!block.equals(open)) {
            closeBlock();
            open = block;
        }
        if (text.text().startsWith(printed.toString())) {
            show(text.text().substring(printed.length()));
        } else {
            // What was shown live turned out differently: the final words count.
            closeBlock();
            open = block;
            show(text.text());
        }
        closeBlock();
    }

    private void show(String text) {
        if (printed.isEmpty() && blocks++ > 0) {
            answers.line("");
        }
        printed.append(text);
        markdown.print(text);
    }

    private void decided(Actor actor, Happening.Decided decided) {
        if (actor.kind() == Actor.Kind.PERSON || decided.verdict() == Verdict.DENIED) {
            String verdict = decided.verdict() == Verdict.ALLOWED ? "allowed" : "denied";
            String reason = decided.reason() == null ? "" : ": " + decided.reason();
            note("  %s by %s%s".formatted(verdict, actor.name(), reason));
        }
    }

    private void finished(Happening.ToolFinished finished) {
        String outcome =
                switch (finished.outcome()) {
                    case OK -> "";
                    case FAILED -> "failed: ";
                    case DENIED -> "denied: ";
                    case CANCELLED -> "stopped: ";
                    case UNKNOWN -> "outcome unknown: ";
                };
        if (finished.outcome() != Outcome.DENIED) {
            note("  " + outcome + finished.summary());
        }
    }

    private void note(String text) {
        closeBlock();
        notes.line(Screen.Style.FAINT, text);
    }
}
