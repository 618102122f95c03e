package io.atmoshub.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.web.Browserless;
import org.junit.jupiter.api.Test;

class ProblemsTest extends Browserless {
    @Test
    void anAddressWithoutAPageHelpsOn() {
        UI.getCurrent().navigate("nothing/here");

        assertThat(text()).contains("404", "There is no page at /nothing/here.", "Go to your sessions");
    }

    @Test
    void aSessionThatIsNotThereHelpsOn() {
        UI.getCurrent().navigate("chat/not-an-id");

        assertThat(text()).contains("There is no session \"not-an-id\".", "Go to your sessions");
    }

    @Test
    void aRefusalIsShownInItsOwnWords() {
        new Mishaps()
                .error(new ErrorEvent(new RuntimeException(
                        new HubException(ErrorCode.CONFLICT, "Ben was faster.", "Look at the session."))));

        assertThat(text()).contains("Ben was faster.", "Look at the session.");
    }

    @Test
    void aBugIsShownWithAReference() {
        new Mishaps().error(new ErrorEvent(new IllegalStateException("secret innards")));

        assertThat(text()).containsPattern("Something broke on our side \\(ref [0-9A-F]{6}\\)");
        assertThat(text()).doesNotContain("secret innards");
    }

    @Test
    void aBrokenPageNeverShowsItsInnards() {
        var page = new BrokenPage();

        page.show("Something broke on our side", "ref 7F3A", "Try again.", ErrorCode.BROKEN);

        assertThat(words(page)).contains("500", "ref 7F3A");
    }
}
