package io.atmoshub.web.session;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.face.Zone;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/// Chat: the sessions on the left, one of them (or the start of a new one) beside them.
@Route("chat/:session?")
@RouteAlias("")
@PermitAll
@Dependent
public final class ChatView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final Hub hub;
    private final Person me;
    private final SessionList list;
    private final Div main = new Div();
    private @Nullable Session session;

    @Inject
    public ChatView(Hub hub) {
        this.hub = hub;
        this.me = hub.account().me().person();
        this.list = new SessionList(hub.sessions(), me.id(), Zone::ofBrowser);
        addClassName("chat");
        main.addClassName("chat-main");
        add(list, main);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        main.removeAll();
        session = enter.getRouteParameters()
                .get("session")
                .map(id -> hub.sessions().get(SessionId.parse(id)))
                .orElse(null);
        if (session == null) {
            removeClassName("has-session");
            list.open(null);
            main.add(new StartPane(hub, me, Draft.in(enter.getLocation()), started -> show(started.id())));
        } else {
            addClassName("has-session");
            list.open(session.id());
            main.add(new Conversation(hub, me, session, new Page()));
        }
    }

    @Override
    public String getPageTitle() {
        return Words.of(
                "title",
                session == null ? Words.of("sessions.new") : session.name().value());
    }

    /// The browser asks now and then, while the page is looked at: other sessions may wait for me meanwhile.
    @ClientCallable
    void look() {
        list.refresh();
    }

    static void show(SessionId id) {
        UI.getCurrent().navigate(ChatView.class, new RouteParameters(new RouteParam("session", id.toString())));
    }

    private final class Page implements Conversation.Around {
        @Override
        public void changed() {
            list.refresh();
        }

        @Override
        public void go(SessionId session) {
            show(session);
        }

        @Override
        public void leave() {
            UI.getCurrent().navigate(ChatView.class);
        }
    }
}
