package io.atmoshub.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import io.atmoshub.hub.people.Role;
import io.atmoshub.web.Browserless;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DoorTest extends Browserless {
    private void closeTheDoor() {
        Start.prepare(new UIInitEvent(UI.getCurrent(), VaadinService.getCurrent()));
    }

    private void comeIn(String login) {
        actAs(login);
        var request = (com.vaadin.browserless.mocks.MockRequest)
                ((com.vaadin.flow.server.VaadinServletRequest) VaadinRequest.getCurrent()).getRequest();
        request.setUserPrincipalInt(() -> login);
        request.setUserInRole(
                (principal, role) -> hub.person(login).role().atLeast(Role.valueOf(role.toUpperCase(Locale.ROOT))));
        closeTheDoor();
    }

    private static String here() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }

    @Test
    void strangersSignInAndComeBackToWhereTheyWanted() {
        closeTheDoor();

        UI.getCurrent().navigate("chat/0f0a6b52-7ad2-4f0e-8a43-0d9d3bb4e6e9");

        assertThat(text()).contains("Sign in");
        assertThat(here()).isEqualTo("login?continue=%2Fchat%2F0f0a6b52-7ad2-4f0e-8a43-0d9d3bb4e6e9");
    }

    @Test
    void strangersDoNotLearnWhichPagesThereAre() {
        closeTheDoor();

        UI.getCurrent().navigate("nothing/here");

        assertThat(here()).startsWith("login");
    }

    @Test
    void anInvitationOpensForStrangers() {
        closeTheDoor();

        UI.getCurrent().navigate("join/s3cret");

        assertThat(text()).contains("Welcome");
    }

    @Test
    void membersEnterButNotWhatIsForAdmins() {
        comeIn("ana");

        UI.getCurrent().navigate("tokens");
        assertThat(text()).contains("New token");
        UI.getCurrent().navigate("people");
        assertThat(text()).contains("403", "This page is for admins.");
    }

    @Test
    void adminsEnter() {
        comeIn("admin");

        UI.getCurrent().navigate("people");

        assertThat(text()).contains("Who may sign in");
    }

    @Test
    void aLostConnectionIsSaidInOurWords() {
        closeTheDoor();

        assertThat(UI.getCurrent().getReconnectDialogConfiguration().getDialogText())
                .startsWith("Connection lost.");
        assertThat(Start.messages().isSessionExpiredNotificationEnabled()).isFalse();
    }
}
