package io.atmoshub.web.session;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Words;
import org.jspecify.annotations.Nullable;

/// Under a plan that waits: nothing was changed, and approving it starts the work.
final class PlanCard extends Div {
    PlanCard(RunId run, @Nullable TurnGestures gestures) {
        addClassNames("card", "plan-card");
        getElement().setAttribute("role", "group").setAttribute("aria-label", Words.of("plan.title"));
        var eyebrow = new Span(Words.of("plan.title"));
        eyebrow.addClassName("eyebrow");
        var about = new Paragraph(Words.of("plan.about"));
        var buttons = new Div();
        buttons.addClassName("answers");
        if (gestures != null) {
            buttons.add(Buttons.primary(Words.of("plan.approve"), click -> gestures.approve(run)));
        }
        add(eyebrow, about, buttons);
    }
}
