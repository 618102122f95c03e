package io.atmoshub.web.session;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import io.atmoshub.hub.model.ModelOffer;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.usage.UsageSum;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Confirm;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.model.ModelPicker;
import io.atmoshub.web.usage.Amount;
import java.util.List;

/// The top of a session: its name (click to rename), its project, who sees it, and what its owner can do.
final class SessionHead extends Div {
    interface Gestures {
        void rename(SessionName name);

        void share(Visibility visibility);

        void choose(ModelRef model);

        void delete();

        void changes();
    }

    private final Gestures gestures;
    private final boolean mine;
    private final AgentPicker agent;
    private final List<ModelOffer> offers;
    private final Span used = new Span();
    private Session session;
    private int changes;

    /// What the session used so far.
    void used(UsageSum now) {
        used.setText(Amount.of(now));
    }

    /// `offers` are the models that may be chosen here; none for those who only read along.
    SessionHead(Session session, boolean mine, AgentPicker agent, List<ModelOffer> offers, Gestures gestures) {
        this.agent = agent;
        this.session = session;
        this.offers = offers;
        this.mine = mine;
        this.gestures = gestures;
        used.addClassName("used");
        addClassName("session-head");
        show(session);
    }

    void show(Session now) {
        session = now;
        removeAll();
        var back = new RouterLink(ChatView.class);
        back.add(Icon.BACK.draw());
        back.addClassNames("icon-button", "back");
        back.getElement().setAttribute("aria-label", Words.of("sessions.title"));
        var project =
                new Span(Icon.FOLDER.draw(), new Span(session.projectName().value()));
        project.addClassName("project");
        var seen = new Span(
                (session.visibility() == Visibility.SHARED ? Icon.GLOBE : Icon.LOCK).draw(),
                new Span(Words.of("visibility." + session.visibility().name())));
        seen.addClassName("project");
        var facts = new Div(project, seen, agent, used);
        facts.addClassName("facts");
        var title = new Div(name(), facts);
        title.addClassName("title");
        add(back, title);
        if (changes > 0) {
            var button = Buttons.plain(Words.of("changes.button", changes), click -> gestures.changes());
            button.addClassName("changes-button");
            add(button);
        }
        if (offers.size() > 1) {
            add(new ModelPicker(offers, session.model(), gestures::choose));
        }
        add(menu());
    }

    /// How many files the session wrote that the project does not have.
    void changes(int count) {
        if (count != changes) {
            changes = count;
            show(session);
        }
    }

    private com.vaadin.flow.component.Component name() {
        if (!mine) {
            return new H1(session.name().value());
        }
        var button = new NativeButton(session.name().value(), click -> rename());
        button.getElement().setAttribute("title", Words.of("session.rename")).setAttribute("type", "button");
        return new H1(button);
    }

    private NativeButton menu() {
        var button = Buttons.icon(Icon.MORE, Words.of("session.menu"), click -> {});
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.addItem(file("session.markdown", "/markdown"));
        menu.addItem(file("session.json", ""));
        if (!mine) {
            return button;
        }
        menu.addItem(Words.of("session.rename"), click -> rename());
        boolean shared = session.visibility() == Visibility.SHARED;
        menu.addItem(
                Words.of(shared ? "session.makePrivate" : "session.share"),
                click -> gestures.share(shared ? Visibility.PRIVATE : Visibility.SHARED));
        menu.addItem(Words.of("session.delete"), click -> delete());
        return button;
    }

    private Anchor file(String words, String kind) {
        String name = "session-" + session.id().toString().substring(0, 8) + (kind.isEmpty() ? ".json" : ".md");
        var file = new Anchor("api/v1/sessions/%s/conversation%s".formatted(session.id(), kind), Words.of(words));
        file.setRouterIgnore(true);
        file.getElement().setAttribute("download", name);
        return file;
    }

    private void rename() {
        var field = new TextField();
        field.setAriaLabel(Words.of("session.rename"));
        field.setValue(session.name().value());
        field.setMaxLength(120);
        field.addClassName("rename");
        field.addKeyDownListener(Key.ENTER, key -> field.blur());
        field.addKeyDownListener(Key.ESCAPE, key -> show(session));
        field.addBlurListener(blur -> {
            String name = field.getValue().strip();
            if (name.isEmpty() || name.equals(session.name().value())) {
                show(session);
            } else {
                gestures.rename(new SessionName(name));
            }
        });
        getComponentAt(1).getElement().removeAllChildren().appendChild(field.getElement());
        field.focus();
        field.getElement().executeJs("setTimeout(() => this.inputElement && this.inputElement.select())");
    }

    private void delete() {
        Confirm.ask(
                Words.of("session.delete.title", session.name().value()),
                Words.of("session.delete.text"),
                Words.of("session.delete.yes"),
                gestures::delete);
    }
}
