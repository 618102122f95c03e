package io.atmoshub.web.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.account.PasswordChange;
import io.atmoshub.hub.people.Person;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Face;
import io.atmoshub.web.face.PageHead;
import io.atmoshub.web.face.Toast;
import io.atmoshub.web.face.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/// Who I am here, and my password.
@Route("account")
@PermitAll
@Dependent
public final class AccountView extends Div implements HasDynamicTitle {
    private final Hub hub;
    private final PasswordField current = new PasswordField(Words.of("account.current"));
    private final PasswordField next = new PasswordField(Words.of("account.next"));

    @Inject
    public AccountView(Hub hub) {
        this.hub = hub;
        addClassNames("narrow", "sheet");
        current.getElement().setAttribute("autocomplete", "current-password");
        next.getElement().setAttribute("autocomplete", "new-password");
        next.setHelperText(Words.of("account.next.help"));
        var form = new Div(
                new H2(Words.of("account.password")),
                new Paragraph(Words.of("account.password.about")),
                current,
                next,
                Buttons.primary(Words.of("account.change"), click -> change()));
        form.addClassName("form");
        add(
                new PageHead(Words.of("nav.account"), Words.of("account.about")),
                card(hub.account().me().person()),
                form);
    }

    private static Div card(Person me) {
        var name = new Span(me.name().value());
        name.addClassName("name");
        var login = new Span(
                me.login().value() + " · " + Words.of("role." + me.role().name()));
        login.addClassName("quiet");
        var card = new Div(new Face(me.name().value()), new Div(name, login));
        card.addClassName("who");
        return card;
    }

    private void change() {
        try {
            hub.account().changePassword(new PasswordChange(current.getValue(), next.getValue()));
            current.clear();
            next.clear();
            Toast.say(Words.of("account.changed"));
        } catch (HubException refusal) {
            Toast.refused(refusal);
        }
    }

    @Override
    public String getPageTitle() {
        return Words.of("title", Words.of("nav.account"));
    }
}
