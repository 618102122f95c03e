package io.atmoshub.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.atmoshub.web.Browserless;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInViewTest extends Browserless {
    private String form() {
        Component form = everything(UI.getCurrent())
                .filter(it -> it.getElement().getTag().equals("form")
                        && "plain-form".equals(it.getElement().getAttribute("class")))
                .findFirst()
                .orElseThrow();
        return form.getElement().getOuterHTML();
    }

    @Test
    void thePasswordIsPostedByTheBrowserAndNeverReachesAView() {
        UI.getCurrent().navigate("login");

        assertThat(form())
                .contains("action=\"auth/login\"", "method=\"post\"", "name=\"username\"", "name=\"password\"")
                .contains("autocomplete=\"current-password\"");
    }

    @Test
    void aWrongPasswordIsSaid() {
        UI.getCurrent().navigate("login", QueryParameters.fromString("error"));

        assertThat(text()).contains("Name and password don’t match.");
    }

    @Test
    void guessingTooOftenMeansWaiting() {
        UI.getCurrent().navigate("login", QueryParameters.of("wait", "40"));

        assertThat(text()).contains("Wait 40 seconds");
    }

    @Test
    void whoWantedSomewhereIsTakenThereAfterwards() {
        UI.getCurrent().navigate("login", QueryParameters.of("continue", "/chat/42?tab=1"));

        assertThat(form()).contains("name=\"continue\"", "value=\"/chat/42?tab=1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "/a\nb", ""
            })
    void nobodyIsSentElsewhere(String to) {
        assertThat(SignInView.local(to)).isFalse();
    }

    @Test
    void anInvitationAsksForAPassword() {
        UI.getCurrent().navigate("join/s3cret", QueryParameters.fromString("error"));

        assertThat(form()).contains("action=\"auth/join\"", "value=\"s3cret\"", "minlength=\"10\"");
        assertThat(text()).contains("Welcome", "Ask an admin for a new link");
    }
}
