package io.atmoshub.web.people;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.Invitation;
import io.atmoshub.hub.people.LoginName;
import io.atmoshub.hub.people.NewPerson;
import io.atmoshub.hub.people.People;
import io.atmoshub.hub.people.Role;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Toast;
import io.atmoshub.web.face.Words;
import java.util.function.Consumer;

/// Somebody to add.
final class PersonDialog extends Dialog {
    private final People people;
    private final Consumer<Invitation> invited;
    private final TextField name = new TextField(Words.of("people.name"));
    private final TextField login = new TextField(Words.of("people.login"));
    private final Select<Role> role = new Select<>();

    PersonDialog(People people, Consumer<Invitation> invited) {
        this.people = people;
        this.invited = invited;
        setHeaderTitle(Words.of("people.add"));
        name.setMaxLength(80);
        login.setMaxLength(60);
        login.setHelperText(Words.of("people.login.help"));
        role.setLabel(Words.of("people.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(it -> Words.of("role.long." + it.name()));
        role.setValue(Role.MEMBER);
        var form = new Div(name, login, role);
        form.addClassName("form");
        add(form);
        getFooter()
                .add(
                        Buttons.plain(Words.of("cancel"), click -> close()),
                        Buttons.primary(Words.of("people.invite"), click -> invite()));
        name.focus();
    }

    private void invite() {
        try {
            Invitation invitation = people.invite(
                    new NewPerson(new LoginName(login.getValue()), new DisplayName(name.getValue()), role.getValue()));
            close();
            invited.accept(invitation);
        } catch (HubException refusal) {
            Toast.refused(refusal);
        }
    }
}
