package io.atmoshub.web.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.people.Invitation;
import io.atmoshub.hub.people.People;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Confirm;
import io.atmoshub.web.face.Copyable;
import io.atmoshub.web.face.Face;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Listing;
import io.atmoshub.web.face.Moment;
import io.atmoshub.web.face.PageHead;
import io.atmoshub.web.face.Toast;
import io.atmoshub.web.face.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/// Who belongs to the organisation: add, change the role, switch off and on.
@Route("people")
@RolesAllowed("admin")
@Dependent
public final class PeopleView extends Div implements HasDynamicTitle {
    private final People people;
    private final Div link = new Div();
    private final Grid<Person> grid = new Grid<>();

    @Inject
    public PeopleView(Hub hub) {
        this.people = hub.people();
        addClassNames("wide", "sheet", "people");
        var add = Buttons.primary(Words.of("people.add"), click -> new PersonDialog(people, this::show).open());
        grid.addComponentColumn(PeopleView::name)
                .setHeader(Words.of("people.name"))
                .setFlexGrow(3)
                .setWidth("13rem");
        grid.addComponentColumn(this::role)
                .setHeader(Words.of("people.role"))
                .setFlexGrow(0)
                .setWidth("11rem");
        grid.addComponentColumn(PeopleView::state)
                .setHeader(Words.of("people.state"))
                .setFlexGrow(2)
                .setWidth("10rem");
        grid.addComponentColumn(this::menu).setFlexGrow(0).setWidth("4rem");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        add(new PageHead(Words.of("nav.people"), Words.of("people.about"), add), link, grid);
        refresh();
    }

    private void refresh() {
        var listing = new Listing<>(people::list);
        grid.setItems(listing::fetch);
    }

    private static Component name(Person person) {
        var name = new Span(person.name().value());
        name.addClassName("name");
        var login = new Span(person.login().value());
        login.addClassNames("quiet", "mono");
        var cell = new Div(new Face(person.name().value()), new Div(name, login));
        cell.addClassName("who");
        return cell;
    }

    private Component role(Person person) {
        var select = new Select<Role>();
        select.setItems(Role.values());
        select.setItemLabelGenerator(role -> Words.of("role." + role.name()));
        select.setValue(person.role());
        select.setAriaLabel(Words.of("people.roleOf", person.name()));
        select.setWidthFull();
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                tried(() -> people.changeRole(person.id(), change.getValue()));
            }
        });
        return select;
    }

    private static Component state(Person person) {
        var state = new Span();
        state.addClassName("state");
        if (!person.active()) {
            state.setText(Words.of("people.off"));
            state.addClassName("off");
        } else if (!person.joined()) {
            state.setText(Words.of("people.invited"));
            state.addClassName("invited");
        } else if (person.lastSeenAt() == null) {
            state.setText(Words.of("people.neverSeen"));
        } else {
            state.add(new Span(Words.of("people.seen")), new Moment(person.lastSeenAt()));
        }
        return state;
    }

    private Component menu(Person person) {
        var button = Buttons.icon(Icon.MORE, Words.of("people.menu", person.name()), click -> {});
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.addItem(Words.of("people.newLink"), click -> tried(() -> show(people.inviteAgain(person.id()))));
        if (person.active()) {
            menu.addItem(
                    Words.of("people.switchOff"),
                    click -> Confirm.ask(
                            Words.of("people.switchOff.title", person.name()),
                            Words.of("people.switchOff.text"),
                            Words.of("people.switchOff"),
                            () -> setActive(person, false)));
        } else {
            menu.addItem(Words.of("people.switchOn"), click -> tried(() -> setActive(person, true)));
        }
        return button;
    }

    private void setActive(Person person, boolean active) {
        people.setActive(person.id(), active);
        refresh();
    }

    /// The link with which somebody sets their password; shown here and nowhere else.
    private void show(Invitation invitation) {
        link.removeAll();
        var address = new Copyable(invitation.path());
        // Only the browser knows by which name people reach this hub.
        address.getElement()
                .executeJs(
                        "this.querySelector('.value').textContent = new URL($0, document.baseURI).href",
                        invitation.path());
        var expires = new Paragraph(new Span(Words.of("people.link.expires")), new Moment(invitation.expiresAt()));
        expires.addClassName("quiet");
        var box = new Div(
                new Paragraph(Words.of("people.link", invitation.person().name())),
                address,
                expires,
                Buttons.plain(Words.of("token.done"), click -> link.removeAll()));
        box.addClassName("secret");
        box.getElement().setAttribute("role", "status");
        link.add(box);
        refresh();
    }

    private void tried(Runnable gesture) {
        try {
            gesture.run();
        } catch (HubException refusal) {
            Toast.refused(refusal);
            refresh();
        }
    }

    @Override
    public String getPageTitle() {
        return Words.of("title", Words.of("nav.people"));
    }
}
