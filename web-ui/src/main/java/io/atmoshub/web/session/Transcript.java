package io.atmoshub.web.session;

import com.vaadin.flow.component.html.Div;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.Mode;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The column of a session: everything that was said and done, in order. A message that is said while the
/// assistant works on another one waits at the bottom, marked as queued, until its own run begins.
final class Transcript extends Div {
    private final PersonId me;
    private final Set<Choice> choices;
    private final ApprovalCard.Gesture answering;
    private final Div column = new Div();
    private final Div queue = new Div();
    private final Map<RunId, RunTurn> runs = new HashMap<>();
    private final Map<RunId, RunTurn> atWork = new LinkedHashMap<>();
    private final Map<UUID, PersonTurn> unanswered = new LinkedHashMap<>();
    private final Map<UUID, PersonTurn> messages = new HashMap<>();
    private final Map<RunId, UUID> answers = new HashMap<>();
    private final Map<Long, CompactedLine> compacted = new HashMap<>();
    private final boolean owns;
    private final @Nullable TurnGestures gestures;
    private @Nullable UUID planned;
    private @Nullable PlanCard plan;
    private long lastSeq;

    /// @param owns whether the person may take back what others said, too
    /// @param gestures none for those who only read along
    Transcript(
            PersonId me,
            boolean owns,
            Set<Choice> choices,
            ApprovalCard.Gesture answering,
            @Nullable TurnGestures gestures) {
        this.me = me;
        this.owns = owns;
        this.choices = choices;
        this.answering = answering;
        this.gestures = gestures;
        addClassName("transcript");
        column.addClassName("column");
        queue.addClassNames("column", "queue");
        queue.setVisible(false);
        add(column, queue);
    }

    long lastSeq() {
        return lastSeq;
    }

    boolean isEmpty() {
        return column.getComponentCount() == 0 && queue.getComponentCount() == 0;
    }

    /// A run is queued, at work or waiting.
    boolean working() {
        return !atWork.isEmpty() || !unanswered.isEmpty();
    }

    boolean waiting() {
        return atWork.values().stream().anyMatch(RunTurn::waiting);
    }

    void live(LiveText text) {
        RunTurn run = runs.get(text.run());
        if (run != null) {
            run.live(text);
        }
    }

    void flush() {
        atWork.values().forEach(RunTurn::flush);
    }

    void event(SessionEvent event) {
        if (event.seq() <= lastSeq) {
            return;
        }
        lastSeq = event.seq();
        switch (event.what()) {
            case Happening.UserMessage message -> said(event, message);
            case Happening.RunStarted started -> started(event, started);
            case Happening.RunResumed resumed -> run(event, resumed.run()).note(Words.of("run.resumed"));
            case Happening.AssistantText text -> run(event, text.run()).text(text);
            case Happening.ToolCalled called -> run(event, called.run()).tool(event, called);
            case Happening.ApprovalAsked asked ->
                onTool(event, asked.run(), asked.call(), tool -> tool.ask(asked, choices, answering));
            case Happening.Approved approved ->
                onTool(event, approved.run(), approved.call(), tool -> tool.approve(event, approved));
            case Happening.Decided decided ->
                onTool(event, decided.run(), decided.call(), tool -> tool.decide(event, decided));
            case Happening.ToolFinished finished ->
                onTool(event, finished.run(), finished.call(), tool -> tool.finish(finished));
            // The line of the tool says all there is to say.
            case Happening.ToolStarted started -> run(event, started.run());
            case Happening.FileWritten written -> run(event, written.run());
            case Happening.RunFinished finished -> {
                ended(finished.run(), event).end();
                plan(finished.run());
            }
            case Happening.RunFailed failed -> ended(failed.run(), event).failed(failed);
            case Happening.RunCancelled cancelled ->
                ended(cancelled.run(), event).cancelled();
            case Happening.Renamed renamed -> column.add(Note.renamed(event, renamed));
            case Happening.AgentChosen chosen -> column.add(Note.agent(event, chosen));
            case Happening.Compacted compacted -> compacted(event.seq(), compacted);
            case Happening.CompactionUndone(long seq) -> {
                column.add(Note.undone(event));
                Optional.ofNullable(compacted.get(seq)).ifPresent(CompactedLine::undone);
            }
            case Happening.ModelChosen chosen -> column.add(Note.model(event, chosen));
            case Happening.Shared shared -> column.add(Note.shared(event, shared));
            case Happening.FilesApplied applied -> column.add(Note.applied(event, applied));
            case Happening.FilesCommitted committed -> column.add(Note.committed(event, committed));
            case Happening.FilesDiscarded discarded -> column.add(Note.discarded(event, discarded));
            case Happening.MessageWithdrawn(UUID message) -> withdrawn(event, message);
            case Happening.Rated rated ->
                Optional.ofNullable(runs.get(rated.run()))
                        .flatMap(RunTurn::foot)
                        .ifPresent(foot -> foot.rated(event, rated));
            case Happening.BranchedOff branched -> branchedOff(event, branched);
            case Happening.BranchBegun begun -> column.add(Note.branchBegun(begun));
            case Happening.PlanApproved _ -> {
                settlePlan();
                column.add(Note.planApproved(event));
            }
            case Happening.Imported imported -> column.add(Note.imported(event, imported));
        }
    }

    private void branchedOff(SessionEvent event, Happening.BranchedOff branched) {
        PersonTurn turn = messages.get(branched.messageId());
        (turn == null ? column : turn).add(Note.branchedOff(event, branched));
    }

    private void withdrawn(SessionEvent event, UUID message) {
        PersonTurn turn = unanswered.remove(message);
        if (turn != null) {
            turn.withdrawn(SafeMarkdown.readable(event.actor().name()));
            column.add(turn);
            queue.setVisible(queue.getComponentCount() > 0);
        }
    }

    private void compacted(long seq, Happening.Compacted what) {
        var line = new CompactedLine(what, () -> Optional.ofNullable(gestures).ifPresent(to -> to.undoCompaction(seq)));
        compacted.put(seq, line);
        column.add(line);
    }

    /// What was said last wanted a plan, and here it is.
    private void plan(RunId run) {
        UUID message = answers.get(run);
        if (message != null && message.equals(planned)) {
            settlePlan();
            plan = new PlanCard(run, gestures);
            column.add(plan);
        }
    }

    private void settlePlan() {
        if (plan != null) {
            plan.removeFromParent();
            plan = null;
        }
    }

    private void said(SessionEvent event, Happening.UserMessage message) {
        settlePlan();
        planned = message.mode() == Mode.PLAN ? message.messageId() : null;
        boolean mine = me.equals(event.actor().personId());
        var turn = new PersonTurn(event, message, mine, gestures);
        messages.put(message.messageId(), turn);
        boolean queued = working();
        if (queued) {
            turn.queued(mine || owns);
        }
        unanswered.put(message.messageId(), turn);
        (queued ? queue : column).add(turn);
        queue.setVisible(queue.getComponentCount() > 0);
    }

    private void started(SessionEvent event, Happening.RunStarted started) {
        PersonTurn turn = unanswered.remove(started.messageId());
        if (turn != null) {
            turn.taken();
            column.add(turn);
        }
        answers.put(started.run(), started.messageId());
        queue.setVisible(queue.getComponentCount() > 0);
        begin(event, started.run(), started.assistant());
    }

    private RunTurn begin(SessionEvent event, RunId id, String assistant) {
        var run = new RunTurn(event, assistant);
        runs.put(id, run);
        atWork.put(id, run);
        column.add(run);
        return run;
    }

    private RunTurn run(SessionEvent event, RunId id) {
        RunTurn known = runs.get(id);
        return known == null ? begin(event, id, Words.of("assistant")) : known;
    }

    /// A run can end before it began: stopped while its message was queued.
    private RunTurn ended(RunId id, SessionEvent event) {
        if (!runs.containsKey(id)) {
            unanswered.values().forEach(column::add);
            unanswered.clear();
            queue.setVisible(false);
        }
        RunTurn run = run(event, id);
        atWork.remove(id);
        @Nullable UUID message = answers.get(id);
        @Nullable PersonTurn asked = message == null ? null : messages.get(message);
        if (gestures != null && message != null && asked != null) {
            run.foot(new AnswerFoot(id, me, gestures, () -> gestures.branch(message, asked.text())));
        }
        return run;
    }

    private interface Change {
        void on(ToolLine tool);
    }

    private void onTool(SessionEvent event, RunId run, CallId call, Change change) {
        RunTurn turn = run(event, run);
        turn.tool(call).ifPresent(change::on);
        turn.toolChanged(call);
    }
}
