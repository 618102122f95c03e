package io.atmoshub.web.session;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.ToolCall;
import io.atmoshub.hub.session.Verdict;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Moment;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.Markdown;
import io.atmoshub.web.markdown.SafeMarkdown;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A tool call in one line: what it does, how it ended, when. It opens to its arguments, its output and the
/// decision; while it needs a person, the card stands under it, and afterwards a line that says who answered.
final class ToolLine extends Div {
    private final ToolCall call;
    private final NativeButton summary = new NativeButton();
    private final Span result = new Span();
    private final Div details = new Div();
    private final Div below = new Div();
    private @Nullable SessionEvent decided;
    private Happening.@Nullable ToolFinished finished;
    private boolean waiting;

    ToolLine(SessionEvent event, Happening.ToolCalled called) {
        this.call = called.call();
        addClassNames("tool", "running");
        result.addClassName("result");
        result.setText(Words.of("tool.running"));
        var chevron = new Span(Icon.CHEVRON.draw());
        chevron.addClassName("chevron");
        summary.addClassName("tool-summary");
        summary.add(icon(call.tool()).draw(), Markdown.line(called.words()), result, new Moment(event.at()), chevron);
        summary.getElement().setAttribute("type", "button").setAttribute("aria-expanded", "false");
        summary.addClickListener(click -> toggle());
        details.addClassName("tool-details");
        details.setVisible(false);
        add(summary, details, below);
    }

    boolean waiting() {
        return waiting;
    }

    void ask(Happening.ApprovalAsked asked, Set<Choice> choices, ApprovalCard.Gesture gesture) {
        waiting = true;
        state("waiting", Words.of("tool.waiting"));
        below.add(new ApprovalCard(asked, call, choices, gesture));
    }

    /// One of several people said yes; the card goes on waiting for the others.
    void approve(SessionEvent event, Happening.Approved approved) {
        if (waiting) {
            var by = new Span(Words.of(
                    "card.given", SafeMarkdown.readable(event.actor().name()), approved.given(), approved.needed()));
            var line = new Div(Icon.CHECK.draw(), by, new Moment(event.at()));
            line.addClassNames("answered", "allowed");
            below.add(line);
            result.setText(Words.of("tool.waitingForMore", approved.given(), approved.needed()));
        }
    }

    void decide(SessionEvent event, Happening.Decided decision) {
        decided = event;
        if (waiting) {
            settle();
            var by = new Span(answered(event.actor(), decision));
            var line = new Div((decision.verdict() == Verdict.ALLOWED ? Icon.CHECK : Icon.CLOSE).draw(), by);
            line.add(new Moment(event.at()));
            line.addClassNames("answered", decision.verdict() == Verdict.ALLOWED ? "allowed" : "denied");
            below.add(line);
        }
        state(
                decision.verdict() == Verdict.ALLOWED ? "running" : "denied",
                Words.of(decision.verdict() == Verdict.ALLOWED ? "tool.running" : "tool.denied"));
        refresh();
    }

    void finish(Happening.ToolFinished outcome) {
        finished = outcome;
        settle();
        state(
                switch (outcome.outcome()) {
                    case OK -> "done";
                    case FAILED, UNKNOWN -> "failed";
                    case DENIED -> "denied";
                    case CANCELLED -> "cancelled";
                },
                outcome.outcome() == Outcome.UNKNOWN
                        ? Words.of("tool.unknown")
                        : SafeMarkdown.readable(outcome.summary()));
        refresh();
    }

    /// The run ended without an outcome for this call.
    void abandon() {
        if (finished == null) {
            settle();
            state("cancelled", Words.of("tool.cancelled"));
        }
    }

    private void settle() {
        if (waiting) {
            waiting = false;
            below.removeAll();
        }
    }

    private void state(String name, String words) {
        setClassName("tool " + name);
        result.setText(words);
    }

    private void toggle() {
        details.setVisible(!details.isVisible());
        summary.getElement().setAttribute("aria-expanded", Boolean.toString(details.isVisible()));
        refresh();
    }

    private void refresh() {
        if (!details.isVisible()) {
            return;
        }
        details.removeAll();
        details.add(section("tool.arguments", new ArgumentList(call.arguments())));
        if (finished != null && !finished.output().isBlank()) {
            var output = new Pre(SafeMarkdown.readable(finished.output()));
            output.getElement().setAttribute("tabindex", "0");
            details.add(section("tool.output", new Div(output)));
        }
        if (decided != null && decided.what() instanceof Happening.Decided decision) {
            details.add(section("tool.decision", new Div(answered(decided.actor(), decision))));
        }
    }

    private static Div section(String key, Div content) {
        var label = new Span(Words.of(key));
        label.addClassName("label");
        return new Div(label, content);
    }

    private static String answered(Actor actor, Happening.Decided decision) {
        String verdict = decision.verdict() == Verdict.ALLOWED ? "allowed" : "denied";
        String who = actor.kind() == Actor.Kind.PERSON
                ? Words.of("decided." + verdict + ".person", SafeMarkdown.readable(actor.name()))
                : Words.of("decided." + verdict + ".policy");
        String why = decision.reason() == null ? decision.rule() : decision.reason();
        return why.isBlank() ? who : who + ": " + SafeMarkdown.readable(why);
    }

    private static Icon icon(String tool) {
        if (tool.endsWith("search")) {
            return Icon.SEARCH;
        }
        if (tool.endsWith("write") || tool.endsWith("edit")) {
            return Icon.EDIT;
        }
        if (tool.endsWith("list")) {
            return Icon.FOLDER;
        }
        return tool.startsWith("file") ? Icon.FILE : Icon.TOOL;
    }
}
