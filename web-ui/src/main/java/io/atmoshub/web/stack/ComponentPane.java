package io.atmoshub.web.stack;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.atmoshub.hub.stack.ComponentRef;
import io.atmoshub.hub.stack.Finding;
import io.atmoshub.hub.stack.MergedComponent;
import io.atmoshub.hub.stack.Stacks;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;

/// A component: what it is, and one of its sides.
final class ComponentPane extends Div {
    ComponentPane(Stacks stacks, Address here, ComponentRef ref) {
        addClassName("component-pane");
        MergedComponent component = stacks.component(here.project(), ref);
        add(head(here, component), tabs(here));
        Finding trouble = component.trouble();
        if (trouble != null) {
            add(Findings.trouble(trouble));
        }
        add(
                switch (here.show()) {
                    case VALUES, PROBLEMS -> new ValueList(here.project(), component);
                    case IMPORTS -> ImportGraph.of(component);
                    case NEIGHBOURS -> NeighbourGraph.of(here.project(), ref, stacks.neighbours(here.project(), ref));
                });
    }

    private static Component head(Address here, MergedComponent component) {
        ComponentRef ref = component.component();
        var back = new RouterLink();
        back.add(Icon.BACK.draw());
        back.setRoute(StacksView.class, Address.route(here.project()));
        back.addClassNames("icon-button", "back");
        back.getElement()
                .setAttribute("aria-label", Words.of("stacks.back"))
                .setAttribute("title", Words.of("stacks.back"));
        var name = new H1(SafeMarkdown.readable(ref.component()));
        var title = new Div(back, name);
        title.addClassName("title");
        if (component.inheritOnly()) {
            title.add(badge("stacks.inheritOnly"));
        }
        if (!component.enabled()) {
            title.add(badge("stacks.off"));
        }
        var facts = new Div();
        facts.addClassName("facts");
        facts.add(
                link(Address.of(here.project(), ref.stack()), ref.stack()),
                mono(component.folder()),
                mono(component.manifest()));
        component.inherits().forEach(base -> {
            var inherited = link(
                    Address.of(here.project(), new ComponentRef(ref.stack(), ref.type(), base)),
                    Words.of("stacks.inherits", base));
            inherited.addClassName("inherits");
            facts.add(inherited);
        });
        var ask = new Anchor(
                Address.asking(here.project(), Words.of("stacks.ask.component", ref.component(), ref.stack())),
                Words.of("stacks.ask"));
        ask.addComponentAsFirst(Icon.CHAT.draw());
        ask.addClassName("button-link");
        var head = new Div(new Div(title, facts), ask);
        head.addClassName("component-head");
        return head;
    }

    private static Component tabs(Address here) {
        var tabs = new Nav(
                tab(here, Address.Show.VALUES, "stacks.values"),
                tab(here, Address.Show.IMPORTS, "stacks.imports"),
                tab(here, Address.Show.NEIGHBOURS, "stacks.neighbours"));
        tabs.addClassName("tabs");
        tabs.setAriaLabel(Words.of("stacks.sides"));
        return tabs;
    }

    private static RouterLink tab(Address here, Address.Show side, String words) {
        RouterLink tab = link(here.showing(side), Words.of(words));
        if (here.show() == side) {
            tab.addClassName("current");
            tab.getElement().setAttribute("aria-current", "page");
        }
        return tab;
    }

    static RouterLink link(Address to, String words) {
        var link = new RouterLink();
        link.setText(SafeMarkdown.readable(words));
        link.setRoute(StacksView.class, Address.route(to.project()));
        link.setQueryParameters(to.queryParameters());
        link.setHighlightCondition((same, navigated) -> false);
        return link;
    }

    private static Span mono(String text) {
        var span = new Span(SafeMarkdown.readable(text));
        span.addClassName("mono");
        return span;
    }

    private static Span badge(String words) {
        var badge = new Span(Words.of(words));
        badge.addClassName("badge");
        return badge;
    }
}
