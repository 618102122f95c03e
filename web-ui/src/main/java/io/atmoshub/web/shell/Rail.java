package io.atmoshub.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouterLink;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.web.account.AccountView;
import io.atmoshub.web.audit.AuditView;
import io.atmoshub.web.face.Face;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Mark;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.mirror.MirrorView;
import io.atmoshub.web.model.ModelsView;
import io.atmoshub.web.people.PeopleView;
import io.atmoshub.web.policy.PolicyView;
import io.atmoshub.web.session.ChatView;
import io.atmoshub.web.stack.StacksView;
import io.atmoshub.web.token.TokensView;
import io.atmoshub.web.usage.UsageView;

/// The places one can go to, and at the foot the person and the theme.
final class Rail extends Nav {
    Rail(Person me, Runnable search) {
        addClassName("rail");
        setAriaLabel(Words.of("nav.label"));
        var home = new RouterLink(ChatView.class);
        home.add(new Mark(), new Span(Words.of("product")));
        home.addClassName("home");
        var find = new NativeButton();
        find.add(Icon.SEARCH.draw(), label("nav.search"), shortcut());
        find.addClassNames("rail-item", "find");
        find.addClickListener(click -> search.run());
        find.getElement().setAttribute("type", "button").setAttribute("title", Words.of("nav.search") + " (Ctrl+K)");
        add(
                home,
                find,
                place(Icon.CHAT, "nav.chat", ChatView.class),
                place(Icon.STACKS, "nav.stacks", StacksView.class),
                place(Icon.TOOL, "nav.tools", MirrorView.class),
                place(Icon.SHIELD, "nav.policy", PolicyView.class));
        if (me.role() == Role.ADMIN) {
            add(place(Icon.AUDIT, "nav.audit", AuditView.class), place(Icon.PEOPLE, "nav.people", PeopleView.class));
            add(place(Icon.SPARK, "nav.models", ModelsView.class));
        }
        add(place(Icon.USAGE, "nav.usage", UsageView.class));
        add(place(Icon.KEY, "nav.tokens", TokensView.class));
        var space = new Div();
        space.addClassName("space");
        add(space, theme(), person(me), signOutForm());
    }

    private static Span label(String key) {
        var label = new Span(Words.of(key));
        label.addClassName("label");
        return label;
    }

    private static Span shortcut() {
        var keys = new Span("Ctrl K");
        keys.addClassName("key-hint");
        keys.getElement().setAttribute("aria-hidden", "true");
        return keys;
    }

    private static RouterLink place(Icon icon, String key, Class<? extends Component> page) {
        var link = new RouterLink(page);
        link.add(icon.draw(), label(key));
        link.addClassName("rail-item");
        link.getElement().setAttribute("title", Words.of(key));
        // By the page that is shown: the same one may have several addresses.
        link.setHighlightCondition(
                (it, navigated) -> navigated.getActiveChain().stream().anyMatch(page::isInstance));
        link.setHighlightAction((it, here) -> {
            it.getElement().setAttribute("aria-current", here ? "page" : "false");
            it.setClassName("here", here);
        });
        return link;
    }

    private static Component theme() {
        var button = new NativeButton();
        button.add(Icon.THEME.draw(), label("theme.label"));
        button.addClassName("rail-item");
        button.getElement().setAttribute("type", "button").setAttribute("title", Words.of("theme.label"));
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        for (String theme : new String[] {"system", "light", "dark"}) {
            menu.addItem(
                    Words.of("theme." + theme), click -> button.getElement().executeJs("window.hub.theme($0)", theme));
        }
        return button;
    }

    private static Component person(Person me) {
        var name = new Span(me.name().value());
        name.addClassName("label");
        var button = new NativeButton();
        button.add(new Face(me.name().value()), name);
        button.addClassNames("rail-item", "me");
        button.getElement()
                .setAttribute("type", "button")
                .setAttribute("title", me.name().value());
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.addItem(Words.of("nav.account"), click -> button.getUI().ifPresent(ui -> ui.navigate(AccountView.class)));
        menu.addItem(
                Words.of("nav.signOut"),
                click -> button.getElement().executeJs("document.getElementById('sign-out').submit()"));
        return button;
    }

    /// Leaving is a plain form, as arriving is: it also works when nothing else does any more.
    private static Component signOutForm() {
        var form = new Div();
        form.setVisible(true);
        Element element = new Element("form");
        element.setAttribute("id", "sign-out").setAttribute("method", "post").setAttribute("action", "auth/logout");
        form.getElement().appendChild(element);
        form.addClassName("hidden");
        return form;
    }
}
