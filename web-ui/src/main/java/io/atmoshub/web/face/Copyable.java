package io.atmoshub.web.face;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/// A secret or an address to take away, with its Copy button.
public final class Copyable extends Div {
    public Copyable(String text) {
        addClassName("copyable");
        var code = new Span(text);
        code.addClassName("value");
        var copy = new NativeButton(Words.of("code.copy"));
        copy.addClassName("copy");
        copy.getElement().setAttribute("type", "button");
        add(code, copy);
    }
}
