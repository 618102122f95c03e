package io.atmoshub.web.stack;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import io.atmoshub.hub.stack.ComponentRef;
import io.atmoshub.hub.stack.ComponentSummary;
import io.atmoshub.hub.stack.Stacks;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;
import java.util.List;

/// What is shown where no component is: a stack with its components, what a check found, or what to do here.
final class StackPane {
    private StackPane() {}

    static Component of(Stacks stacks, Address here) {
        String stack = here.stack();
        if (here.show() == Address.Show.PROBLEMS) {
            return pane(here, Words.of("stacks.check"), Findings.all(stacks.problems(here.project())));
        }
        if (stack != null) {
            return pane(
                    here,
                    SafeMarkdown.readable(stack),
                    components(here, stack, stacks.components(here.project(), stack)));
        }
        var empty = new Div(Icon.STACKS.draw(), new Paragraph(Words.of("stacks.pick")));
        empty.addClassName("empty");
        return empty;
    }

    private static Component pane(Address here, String title, Component content) {
        var back = new RouterLink();
        back.add(Icon.BACK.draw());
        back.setRoute(StacksView.class, Address.route(here.project()));
        back.addClassNames("icon-button", "back");
        back.getElement().setAttribute("aria-label", Words.of("stacks.back"));
        var head = new Div(back, new H1(title));
        head.addClassName("title");
        var pane = new Div(head, content);
        pane.addClassName("component-pane");
        return pane;
    }

    private static Component components(Address here, String stack, List<ComponentSummary> all) {
        var list = new Div();
        list.addClassName("stack-content");
        String type = "";
        for (ComponentSummary each : all) {
            if (!each.type().equals(type)) {
                type = each.type();
                list.add(new H2(SafeMarkdown.readable(type)));
            }
            if (!each.inheritOnly()) {
                list.add(ComponentPane.link(
                        Address.of(here.project(), new ComponentRef(stack, each.type(), each.name())), each.name()));
            }
        }
        return list;
    }
}
