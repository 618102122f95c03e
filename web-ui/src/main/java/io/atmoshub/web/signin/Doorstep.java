package io.atmoshub.web.signin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Mark;
import io.atmoshub.web.face.Words;

/// What the pages in front of the sign-in look like.
class Doorstep extends Div {
    private final Div panel = new Div();

    Doorstep(String title, String about) {
        addClassName("doorstep");
        var name = new Span(Words.of("product"));
        var brand = new Div(new Mark(), name);
        brand.addClassName("brand");
        panel.addClassName("panel");
        var text = new Paragraph(about);
        text.addClassName("quiet");
        panel.add(brand, new H1(title), text);
        add(panel);
    }

    void problem(String words) {
        var problem = new Div(Icon.WARNING.draw(), new Span(words));
        problem.addClassName("form-problem");
        problem.getElement().setAttribute("role", "alert");
        panel.add(problem);
    }

    void put(com.vaadin.flow.component.Component component) {
        panel.add(component);
    }
}
