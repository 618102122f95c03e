package io.atmoshub.web.session;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;

/// The column of a session: everything that was said and done, in order. A message that is said while the
/// assistant works on another one waits at the bottom, marked as queued, until its own run begins.
final class Transcript extends Div {
    private final PersonId me;
    private final Set<Choice> choices;
    private final ApprovalCard.Gesture gesture;
    private final Div column = new Div();
    private final Div queue = new Div();
    private final Map<RunId, RunTurn> runs = new HashMap<>();
    private final Map<RunId, RunTurn> atWork = new LinkedHashMap<>();
    private final Map<UUID, PersonTurn> unanswered = new LinkedHashMap<>();
    private final Map<Long, CompactedLine> compacted = new HashMap<>();
    private final LongConsumer undo;
    private long lastSeq;

    Transcript(PersonId me, Set<Choice> choices, ApprovalCard.Gesture gesture, LongConsumer undo) {
        this.me = me;
        this.choices = choices;
        this.gesture = gesture;
        this.undo = undo;
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
                onTool(event, asked.run(), asked.call(), tool -> tool.ask(asked, choices, gesture));
            case Happening.Approved approved ->
                onTool(event, approved.run(), approved.call(), tool -> tool.approve(event, approved));
            case Happening.Decided decided ->
                onTool(event, decided.run(), decided.call(), tool -> tool.decide(event, decided));
            case Happening.ToolFinished finished ->
                onTool(event, finished.run(), finished.call(), tool -> tool.finish(finished));
            // The line of the tool says all there is to say.
            case Happening.ToolStarted started -> run(event, started.run());
            case Happening.FileWritten written -> run(event, written.run());
            case Happening.RunFinished finished -> ended(finished.run(), event).end();
            case Happening.RunFailed failed -> ended(failed.run(), event).failed(failed);
            case Happening.RunCancelled cancelled ->
                ended(cancelled.run(), event).cancelled();
            case Happening.Renamed renamed ->
                note(Words.of("session.wasRenamed", actor(event), renamed.name().value()));
            case Happening.AgentChosen chosen ->
                note(Words.of("session.agentChosen", actor(event), SafeMarkdown.readable(chosen.displayName())));
            case Happening.Compacted compacted -> compacted(event.seq(), compacted);
            case Happening.CompactionUndone(long seq) -> {
                note(Words.of("session.compactionUndone", actor(event)));
                Optional.ofNullable(compacted.get(seq)).ifPresent(CompactedLine::undone);
            }
            case Happening.ModelChosen chosen -> note(Words.of("session.modelChosen", actor(event), chosen.name()));
            case Happening.Shared shared ->
                note(Words.of(
                        shared.visibility() == Visibility.SHARED ? "session.wasShared" : "session.wasMadePrivate",
                        actor(event)));
            case Happening.FilesApplied applied ->
                note(Words.of("changes.wereApplied", actor(event), listed(applied.paths())));
            case Happening.FilesCommitted committed ->
                note(Words.of(
                        "changes.wereCommitted",
                        actor(event),
                        listed(committed.paths()),
                        committed.commit().branch().value()));
            case Happening.FilesDiscarded discarded ->
                note(Words.of("changes.wereDiscarded", actor(event), listed(discarded.paths())));
        }
    }

    private void compacted(long seq, Happening.Compacted what) {
        var line = new CompactedLine(what, () -> undo.accept(seq));
        compacted.put(seq, line);
        column.add(line);
    }

    private void said(SessionEvent event, Happening.UserMessage message) {
        var turn = new PersonTurn(event, message.text(), me.equals(event.actor().personId()));
        boolean queued = working();
        unanswered.put(message.messageId(), turn);
        (queued ? queue : column).add(turn);
        queue.setVisible(queue.getComponentCount() > 0);
    }

    private void started(SessionEvent event, Happening.RunStarted started) {
        PersonTurn turn = unanswered.remove(started.messageId());
        if (turn != null) {
            column.add(turn);
        }
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

    private void note(String words) {
        var note = new Paragraph(words);
        note.addClassName("note");
        column.add(note);
    }

    private static String listed(List<String> paths) {
        return SafeMarkdown.readable(String.join(", ", paths));
    }

    private static String actor(SessionEvent event) {
        return SafeMarkdown.readable(event.actor().name());
    }
}
