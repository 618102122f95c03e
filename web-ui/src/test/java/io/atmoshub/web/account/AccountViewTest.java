package io.atmoshub.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.PasswordField;
import io.atmoshub.hub.testing.InMemoryHub;
import io.atmoshub.web.Browserless;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountViewTest extends Browserless {
    @BeforeEach
    void open() {
        actAs("ana");
        navigate(AccountView.class);
    }

    private void change(String current, String next) {
        test(find(PasswordField.class)
                        .withPropertyValue(PasswordField::getLabel, "Present password")
                        .single())
                .setValue(current);
        test(find(PasswordField.class)
                        .withPropertyValue(PasswordField::getLabel, "New password")
                        .single())
                .setValue(next);
        press("Change password");
    }

    @Test
    void thePasswordChanges() {
        change(InMemoryHub.PASSWORD, "five other plain old words");

        assertThat(text()).contains("Your password is changed.");
        assertThat(hub.signIn("ana", "five other plain old words")).isNotNull();
        assertThat(find(PasswordField.class).all()).allMatch(PasswordField::isEmpty);
    }

    @Test
    void aWrongPresentPasswordIsRefused() {
        change("not this one", "five other plain old words");

        assertThat(hub.signIn("ana", InMemoryHub.PASSWORD)).isNotNull();
        assertThat(text()).doesNotContain("Your password is changed.");
    }

    @Test
    void aShortOneIsExplained() {
        change(InMemoryHub.PASSWORD, "short");

        assertThat(text()).contains("A password has 10 to 200 characters.");
    }
}
