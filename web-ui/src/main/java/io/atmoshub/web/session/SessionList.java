package io.atmoshub.web.session;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouterLink;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.session.Activity;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionFilter;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Sessions;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The sessions by day, newest first, with a dot on those that wait for me.
final class SessionList extends Nav {
    private static final int PAGE = 40;

    private final Sessions sessions;
    private final PersonId me;
    private final Supplier<ZoneId> zone;
    private final TextField search = new TextField();
    private final Div days = new Div();
    private int shown = PAGE;
    private @Nullable SessionId open;

    SessionList(Sessions sessions, PersonId me, Supplier<ZoneId> zone) {
        this.sessions = sessions;
        this.me = me;
        this.zone = zone;
        addClassName("session-list");
        setAriaLabel(Words.of("sessions.title"));
        var start = new RouterLink(ChatView.class);
        start.add(Icon.PLUS.draw(), new Span(Words.of("sessions.new")));
        start.addClassName("new-session");
        search.setPlaceholder(Words.of("sessions.search"));
        search.setAriaLabel(Words.of("sessions.search"));
        search.setPrefixComponent(Icon.SEARCH.draw());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> refresh());
        days.addClassName("days");
        add(start, search, days);
    }

    void open(@Nullable SessionId id) {
        open = id;
        refresh();
    }

    void refresh() {
        String text = search.getValue().strip();
        Page<Session> page =
                sessions.list(new SessionFilter(null, text.isEmpty() ? null : text), PageRequest.first(shown));
        days.removeAll();
        if (page.items().isEmpty()) {
            var nothing = new Paragraph(Words.of(text.isEmpty() ? "sessions.none" : "sessions.noneFound"));
            nothing.addClassName("quiet");
            days.add(nothing);
        }
        String day = "";
        for (Session session : page.items()) {
            String its = day(session.updatedAt().atZone(zone.get()).toLocalDate());
            if (!its.equals(day)) {
                day = its;
                days.add(new H2(day));
            }
            days.add(link(session));
        }
        if (page.next() != null && shown < PageRequest.MOST) {
            var more = Buttons.plain(Words.of("sessions.more"), click -> {
                shown = Math.min(shown + PAGE, PageRequest.MOST);
                refresh();
            });
            more.addClassName("more");
            days.add(more);
        }
    }

    private RouterLink link(Session session) {
        var name = new Span(session.name().value());
        name.addClassName("session-name");
        var about = new Span(
                session.ownerId().equals(me)
                        ? session.projectName().value()
                        : Words.of("sessions.of", session.projectName(), session.ownerName()));
        about.addClassName("about");
        var link = new RouterLink();
        link.setRoute(
                ChatView.class,
                new com.vaadin.flow.router.RouteParameters(
                        new RouteParam("session", session.id().toString())));
        link.addClassName("session");
        var top = new Div(name);
        top.addClassName("top");
        if (session.waitingForMe()) {
            top.add(sign("dot", Words.of("sessions.waiting")));
        } else if (session.activity() == Activity.WORKING) {
            top.add(sign("pulse", Words.of("sessions.working")));
        }
        if (session.visibility() == Visibility.SHARED) {
            about.addComponentAsFirst(Icon.GLOBE.draw());
        }
        link.add(top, about);
        if (session.id().equals(open)) {
            link.addClassName("current");
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    private static Span sign(String name, String words) {
        var sign = new Span();
        sign.addClassName(name);
        sign.getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", words)
                .setAttribute("title", words);
        return sign;
    }

    private String day(LocalDate date) {
        LocalDate today = LocalDate.now(zone.get());
        if (!date.isBefore(today)) {
            return Words.of("day.today");
        }
        if (date.equals(today.minusDays(1))) {
            return Words.of("day.yesterday");
        }
        return date.format(
                DateTimeFormatter.ofPattern(date.isAfter(today.minusDays(7)) ? "EEEE" : "d MMMM yyyy", Locale.ENGLISH));
    }
}
