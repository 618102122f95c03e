package io.atmoshub.web.face;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/// The top of a page: what it is, one line about it, and what one can do.
public final class PageHead extends Div {
    public PageHead(String title, String about, Component... actions) {
        addClassName("page-head");
        var text = new Paragraph(about);
        text.addClassName("quiet");
        var buttons = new Div(actions);
        buttons.addClassName("actions");
        add(new Div(new H1(title), text), buttons);
    }
}
