package io.atmoshub.web.session;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.HubJson;
import io.atmoshub.web.markdown.SafeMarkdown;
import java.util.Map;
import java.util.TreeMap;

/// The exact arguments of a call, by name.
final class ArgumentList extends Div {
    ArgumentList(Map<String, Object> arguments) {
        addClassName("arguments");
        new TreeMap<>(arguments).forEach((name, value) -> {
            var key = new Span(SafeMarkdown.readable(name));
            key.addClassName("key");
            var exact = new Pre(SafeMarkdown.readable(value instanceof String text ? text : HubJson.write(value)));
            exact.getElement().setAttribute("tabindex", "0");
            add(new Div(key, exact));
        });
    }
}
