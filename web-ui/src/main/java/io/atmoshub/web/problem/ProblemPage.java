package io.atmoshub.web.problem;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.web.face.Words;

/// What happened, and what to do now.
class ProblemPage extends Div {
    ProblemPage() {
        addClassName("problem");
    }

    int show(HubException refusal) {
        if (refusal.code() == ErrorCode.NOT_SIGNED_IN) {
            UI.getCurrent().getPage().setLocation("login");
        }
        return show(Words.of("problem." + refusal.code().name()), refusal.what(), refusal.hint(), refusal.code());
    }

    int show(String title, String what, String hint, ErrorCode code) {
        removeAll();
        var number = new Paragraph(Integer.toString(code.httpStatus()));
        number.addClassName("number");
        var text = new Paragraph(hint);
        text.addClassName("quiet");
        // A plain link: it loads the page anew, whatever went wrong with this one.
        var home = new Anchor("chat", Words.of("problem.home"));
        home.setRouterIgnore(true);
        home.addClassName("go");
        add(number, new H1(title), new Paragraph(what), text, home);
        return code.httpStatus();
    }
}
