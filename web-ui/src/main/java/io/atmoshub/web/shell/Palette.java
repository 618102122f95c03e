package io.atmoshub.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionFilter;
import io.atmoshub.web.account.AccountView;
import io.atmoshub.web.audit.AuditView;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.mirror.MirrorView;
import io.atmoshub.web.model.ModelsView;
import io.atmoshub.web.people.PeopleView;
import io.atmoshub.web.policy.PolicyView;
import io.atmoshub.web.session.ChatView;
import io.atmoshub.web.stack.StackSearch;
import io.atmoshub.web.stack.StacksView;
import io.atmoshub.web.token.TokensView;
import io.atmoshub.web.usage.UsageView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Opens everything by a few letters: sessions, components, pages, actions. Arrow keys choose, Enter goes.
final class Palette extends Dialog {
    private record Entry(Icon icon, String words, String about, Runnable go) {}

    private static final int MOST_SESSIONS = 8;

    private final Hub hub;
    private final Person me;
    private final TextField field = new TextField();
    private final Div results = new Div();
    private List<Entry> entries = List.of();
    private int chosen;

    Palette(Hub hub, Person me) {
        this.hub = hub;
        this.me = me;
        addClassName("palette");
        setAriaLabel(Words.of("palette.title"));
        setModality(com.vaadin.flow.component.ModalityMode.STRICT);
        field.setAriaLabel(Words.of("palette.title"));
        field.setPlaceholder(Words.of("palette.placeholder"));
        field.setPrefixComponent(Icon.SEARCH.draw());
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.setWidthFull();
        field.addValueChangeListener(change -> find());
        field.addKeyDownListener(Key.ARROW_DOWN, key -> choose(chosen + 1));
        field.addKeyDownListener(Key.ARROW_UP, key -> choose(chosen - 1));
        field.addKeyDownListener(Key.ENTER, key -> go(chosen));
        results.addClassName("results");
        results.getElement().setAttribute("role", "listbox").setAttribute("aria-label", Words.of("palette.title"));
        var inside = new Div(field, results);
        inside.addClassName("palette-inside");
        add(inside);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                field.focus();
            }
        });
        find();
    }

    private void find() {
        String text = field.getValue().strip().toLowerCase(Locale.ROOT);
        List<Entry> found = new ArrayList<>();
        pages().stream()
                .filter(entry -> entry.words().toLowerCase(Locale.ROOT).contains(text))
                .forEach(found::add);
        hub.sessions()
                .list(new SessionFilter(null, text.isEmpty() ? null : text), PageRequest.first(MOST_SESSIONS))
                .items()
                .forEach(session -> found.add(entry(session)));
        StackSearch.find(hub, text)
                .forEach(each -> found.add(new Entry(Icon.STACKS, each.name(), each.about(), each.go())));
        entries = found;
        choose(0);
    }

    private static Entry entry(Session session) {
        return new Entry(
                Icon.CHAT,
                session.name().value(),
                session.projectName().value(),
                () -> UI.getCurrent()
                        .navigate(
                                ChatView.class,
                                new RouteParameters(
                                        new RouteParam("session", session.id().toString()))));
    }

    private List<Entry> pages() {
        List<Entry> pages = new ArrayList<>();
        pages.add(page(Icon.PLUS, "palette.new", "palette.action", ChatView.class));
        pages.add(page(Icon.STACKS, "nav.stacks", "palette.page", StacksView.class));
        pages.add(page(Icon.TOOL, "nav.tools", "palette.page", MirrorView.class));
        pages.add(page(Icon.SHIELD, "nav.policy", "palette.page", PolicyView.class));
        if (me.role() == Role.ADMIN) {
            pages.add(page(Icon.AUDIT, "nav.audit", "palette.page", AuditView.class));
            pages.add(page(Icon.PEOPLE, "nav.people", "palette.page", PeopleView.class));
            pages.add(page(Icon.SPARK, "nav.models", "palette.page", ModelsView.class));
        }
        pages.add(page(Icon.USAGE, "nav.usage", "palette.page", UsageView.class));
        pages.add(page(Icon.KEY, "nav.tokens", "palette.page", TokensView.class));
        pages.add(page(Icon.LOCK, "nav.account", "palette.page", AccountView.class));
        pages.add(new Entry(
                Icon.THEME,
                Words.of("palette.theme"),
                Words.of("palette.action"),
                () -> UI.getCurrent().getPage().executeJs("window.hub.theme('other')")));
        return pages;
    }

    private static Entry page(Icon icon, String words, String about, Class<? extends Component> page) {
        return new Entry(
                icon, Words.of(words), Words.of(about), () -> UI.getCurrent().navigate(page));
    }

    private void choose(int index) {
        chosen = entries.isEmpty() ? 0 : Math.floorMod(index, entries.size());
        results.removeAll();
        for (int i = 0; i < entries.size(); i++) {
            results.add(row(entries.get(i), i));
        }
        if (entries.isEmpty()) {
            var none = new Paragraph(Words.of("palette.none"));
            none.addClassName("quiet");
            results.add(none);
        }
    }

    private NativeButton row(Entry entry, int index) {
        var about = new Span(entry.about());
        about.addClassName("about");
        var row = new NativeButton();
        row.add(entry.icon().draw(), new Span(entry.words()), about);
        row.addClickListener(click -> go(index));
        row.getElement()
                .setAttribute("type", "button")
                .setAttribute("role", "option")
                .setAttribute("tabindex", "-1")
                .setAttribute("aria-selected", Boolean.toString(index == chosen));
        return row;
    }

    private void go(int index) {
        if (index < entries.size()) {
            close();
            entries.get(index).go().run();
        }
    }
}
