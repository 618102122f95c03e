package io.atmoshub.web.token;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.token.IssuedToken;
import io.atmoshub.hub.token.NewToken;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.token.TokenName;
import io.atmoshub.hub.token.Tokens;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Toast;
import io.atmoshub.web.face.Words;
import java.util.EnumSet;
import java.util.function.Consumer;

/// What a new token is called, what it is good for, and how long.
final class TokenDialog extends Dialog {
    private final Tokens tokens;
    private final Consumer<IssuedToken> issued;
    private final TextField name = new TextField(Words.of("token.name"));
    private final CheckboxGroup<Scope> scopes = new CheckboxGroup<>(Words.of("token.scopes"));
    private final Select<Integer> days = new Select<>();

    TokenDialog(Tokens tokens, boolean admin, Consumer<IssuedToken> issued) {
        this.tokens = tokens;
        this.issued = issued;
        setHeaderTitle(Words.of("token.new"));
        name.setPlaceholder(Words.of("token.name.example"));
        name.setMaxLength(60);
        scopes.setItems(admin ? EnumSet.allOf(Scope.class) : EnumSet.of(Scope.READ, Scope.CHAT));
        scopes.setItemLabelGenerator(scope -> Words.of("scope.long." + scope.name()));
        scopes.setValue(EnumSet.of(Scope.READ, Scope.CHAT));
        days.setLabel(Words.of("token.days"));
        days.setItems(7, 30, 90, 365);
        days.setItemLabelGenerator(it -> Words.of("token.days.n", it));
        days.setValue(30);
        var form = new Div(name, scopes, days);
        form.addClassName("form");
        add(form);
        getFooter()
                .add(
                        Buttons.plain(Words.of("cancel"), click -> close()),
                        Buttons.primary(Words.of("token.create"), click -> create()));
        name.focus();
    }

    private void create() {
        try {
            IssuedToken token =
                    tokens.issue(new NewToken(new TokenName(name.getValue()), scopes.getValue(), days.getValue()));
            close();
            issued.accept(token);
        } catch (HubException refusal) {
            Toast.refused(refusal);
        }
    }
}
