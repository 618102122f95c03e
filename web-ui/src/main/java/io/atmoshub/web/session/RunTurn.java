package io.atmoshub.web.session;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Mark;
import io.atmoshub.web.face.Moment;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.LiveMarkdown;
import io.atmoshub.web.markdown.Markdown;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The assistant's work on one message: its text, its tool calls, and how it ended.
final class RunTurn extends Div {
    private final Div content = new Div();
    private final Map<CallId, ToolLine> tools = new HashMap<>();
    private final Map<CallId, ToolGroup> groups = new HashMap<>();
    private @Nullable ToolGroup group;
    private @Nullable LiveMarkdown live;
    private int liveBlock = -1;
    private int lastBlock = -1;
    private @Nullable AnswerFoot foot;

    RunTurn(SessionEvent event, String assistant) {
        setId("e" + event.seq());
        addClassNames("turn", "assistant", "working");
        getElement().setAttribute("role", "article").setAttribute("aria-label", assistant);
        var name = new Span(assistant);
        name.addClassName("name");
        var head = new Div(new Mark(), name, new Moment(event.at()));
        head.addClassName("turn-head");
        content.addClassName("turn-content");
        add(head, content);
    }

    /// What is being written; a block that is finished already stays as it is.
    void live(LiveText piece) {
        if (piece.block() <= lastBlock) {
            return;
        }
        if (live == null || liveBlock != piece.block()) {
            dropLive();
            live = new LiveMarkdown();
            liveBlock = piece.block();
            show(live);
        }
        live.put(piece.offset(), piece.text());
    }

    void flush() {
        if (live != null) {
            live.flush();
        }
    }

    void text(Happening.AssistantText text) {
        lastBlock = Math.max(lastBlock, text.block());
        Markdown finished = Markdown.text(text.text());
        if (live != null && liveBlock <= text.block()) {
            content.replace(live, finished);
            live = null;
        } else {
            show(finished);
        }
    }

    void tool(SessionEvent event, Happening.ToolCalled called) {
        if (group == null) {
            group = new ToolGroup();
            content.add(group);
        }
        var line = new ToolLine(event, called);
        tools.put(called.call().id(), line);
        groups.put(called.call().id(), group);
        group.add(line);
    }

    Optional<ToolLine> tool(CallId id) {
        return Optional.ofNullable(tools.get(id));
    }

    /// After a change of one of its tools.
    void toolChanged(CallId id) {
        ToolGroup its = groups.get(id);
        if (its != null) {
            its.refresh();
        }
    }

    boolean waiting() {
        return tools.values().stream().anyMatch(ToolLine::waiting);
    }

    void note(String words) {
        var note = new Paragraph(words);
        note.addClassName("note");
        show(note);
    }

    void failed(Happening.RunFailed failure) {
        end();
        var what = new Div(Icon.WARNING.draw(), Markdown.line(failure.reason()));
        what.addClassName("what");
        var box = new Div(what, Markdown.line(failure.hint()));
        box.addClassName("failure");
        box.getElement().setAttribute("role", "alert");
        show(box);
    }

    void cancelled() {
        end();
        note(Words.of("run.stopped"));
    }

    void end() {
        removeClassName("working");
        dropLive();
        tools.forEach((id, tool) -> {
            tool.abandon();
            toolChanged(id);
        });
    }

    /// What may be done with the answer, once it has ended.
    void foot(AnswerFoot its) {
        if (foot == null) {
            foot = its;
            add(its);
        }
    }

    Optional<AnswerFoot> foot() {
        return Optional.ofNullable(foot);
    }

    private void dropLive() {
        if (live != null) {
            content.remove(live);
            live = null;
        }
    }

    private void show(Component part) {
        group = null;
        content.add(part);
    }
}
