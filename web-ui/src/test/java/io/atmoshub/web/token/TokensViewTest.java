package io.atmoshub.web.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.web.Browserless;
import io.atmoshub.web.face.Copyable;
import org.junit.jupiter.api.Test;

class TokensViewTest extends Browserless {
    private void create(String name) {
        press("New token");
        test(find(TextField.class)
                        .withPropertyValue(TextField::getLabel, "What it is for")
                        .single())
                .setValue(name);
        press("Create token");
    }

    @Test
    void theSecretIsSeenOnce() {
        Hub ana = actAs("ana");
        navigate(TokensView.class);
        assertThat(text()).contains("No tokens yet.");

        create("My laptop");

        String secret =
                words(find(Copyable.class).single()).replace(" Copy", "").strip();
        assertThat(hub.withToken(secret).account().me().scopes()).containsExactlyInAnyOrder(Scope.READ, Scope.CHAT);
        press("I have it");
        assertThat(text()).contains("My laptop", "never used").doesNotContain(secret);
        assertThat(ana.tokens().list()).hasSize(1);
    }

    @Test
    void revokingAsksFirst() {
        Hub ana = actAs("ana");
        navigate(TokensView.class);
        create("My laptop");

        press("Revoke");
        assertThat(ana.tokens().list()).hasSize(1);
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(ana.tokens().list()).isEmpty();
        assertThat(text()).contains("No tokens yet.");
    }

    @Test
    void onlyAdminsAreOfferedTheAdminScope() {
        actAs("ana");
        navigate(TokensView.class);
        press("New token");
        assertThat(find(Checkbox.class).all())
                .extracting(Checkbox::getLabel)
                .hasSize(2)
                .doesNotContain("What admins do");

        actAs("admin");
        navigate(TokensView.class);
        press("New token");
        assertThat(find(Checkbox.class).all()).extracting(Checkbox::getLabel).contains("What admins do");
    }

    @Test
    void aTokenNeedsAName() {
        actAs("ana");
        navigate(TokensView.class);

        create("");

        assertThat(text()).contains("A token's name has 1 to 60 characters");
    }
}
