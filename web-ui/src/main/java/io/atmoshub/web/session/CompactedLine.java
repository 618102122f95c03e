package io.atmoshub.web.session;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.Markdown;

/// That the model sees a summary from here on, in one line that opens to the summary. What was summed up stays above.
final class CompactedLine extends Div {
    private final NativeButton summary = new NativeButton();
    private final Div details = new Div();
    private final NativeButton undo = new NativeButton(Words.of("session.undoCompaction"));

    CompactedLine(Happening.Compacted compacted, Runnable undoing) {
        addClassNames("tool", "done");
        var words = new Span(
                Words.of("session.compacted", String.valueOf(compacted.from()), String.valueOf(compacted.to())));
        var chevron = new Span(Icon.CHEVRON.draw());
        chevron.addClassName("chevron");
        summary.addClassName("tool-summary");
        summary.add(words, chevron);
        summary.getElement().setAttribute("type", "button").setAttribute("aria-expanded", "false");
        summary.addClickListener(click -> toggle());
        details.addClassName("tool-details");
        details.add(Markdown.text(compacted.summary()));
        undo.getElement().setAttribute("type", "button");
        undo.addClickListener(click -> undoing.run());
        details.add(undo);
        details.setVisible(false);
        add(summary, details);
    }

    /// The model sees again what was summed up.
    void undone() {
        undo.setVisible(false);
    }

    private void toggle() {
        details.setVisible(!details.isVisible());
        summary.getElement().setAttribute("aria-expanded", Boolean.toString(details.isVisible()));
    }
}
