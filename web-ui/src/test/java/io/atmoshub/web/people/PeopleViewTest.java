package io.atmoshub.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.web.Browserless;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class PeopleViewTest extends Browserless {
    @BeforeEach
    void open() {
        actAs("admin");
        navigate(PeopleView.class);
    }

    @SuppressWarnings("unchecked")
    private Grid<Person> grid() {
        return find(Grid.class).single();
    }

    private Component cell(String login, int column) {
        for (int row = 0; row < test(grid()).size(); row++) {
            if (test(grid()).getRow(row).login().value().equals(login)) {
                return test(grid()).getCellComponent(row, column);
            }
        }
        throw new AssertionError("Nobody is called " + login);
    }

    private void choose(String login, String item) {
        Element button = cell(login, 3).getElement();
        // What the browser says when it is about to open a menu; only then the menu is on the page.
        button.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(
                        new DomEvent(button, "vaadin-context-menu-before-open", JsonNodeFactory.instance.objectNode()));
        test(find(ContextMenu.class).all().getLast()).clickItem(item);
        roundTrip();
    }

    @Test
    void everybodyIsThereWithRoleAndState() {
        assertThat(test(grid()).size()).isEqualTo(5);
        assertThat(words(cell("ana", 0))).contains("Ana Lima", "ana");
        assertThat(words(cell("ana", 2))).contains("seen");
    }

    @Test
    void aColleagueIsAddedWithALinkThatIsShownOnce() {
        press("Add a colleague");
        test(find(TextField.class)
                        .withPropertyValue(TextField::getLabel, "Name")
                        .single())
                .setValue("Cleo Marsh");
        test(find(TextField.class)
                        .withPropertyValue(TextField::getLabel, "Sign-in name")
                        .single())
                .setValue("cleo");
        press("Add and get the link");

        assertThat(text()).contains("Send this link to Cleo Marsh", "join/");
        assertThat(words(cell("cleo", 2))).contains("has not joined yet");
        press("I have it");
        assertThat(text()).doesNotContain("join/");
    }

    @Test
    void aBadNameIsExplained() {
        press("Add a colleague");
        press("Add and get the link");

        assertThat(text()).contains("A sign-in name has 1 to 60 letters");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aRoleChangesAtOnce() {
        test((Select<Role>) cell("ana", 1)).selectItem("Approver");

        assertThat(hub.person("ana").role()).isEqualTo(Role.APPROVER);
    }

    @Test
    @SuppressWarnings("unchecked")
    void theLastAdminStaysOne() {
        test((Select<Role>) cell("admin", 1)).selectItem("Member");

        assertThat(hub.person("admin").role()).isEqualTo(Role.ADMIN);
        assertThat(((Select<Role>) cell("admin", 1)).getValue()).isEqualTo(Role.ADMIN);
    }

    @Test
    void switchingOffAsksFirstAndCanBeUndone() {
        choose("ben", "Switch off");
        assertThat(hub.person("ben").active()).isTrue();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(hub.person("ben").active()).isFalse();
        assertThat(words(cell("ben", 2))).contains("switched off");

        choose("ben", "Switch on");
        assertThat(hub.person("ben").active()).isTrue();
    }

    @Test
    void aNewLinkForWhoeverForgot() {
        choose("ben", "New sign-in link");

        assertThat(text()).contains("Send this link to Ben Okoro");
    }
}
