package io.atmoshub.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.web.Browserless;
import io.atmoshub.web.token.TokensView;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTest extends Browserless {
    @Test
    void membersSeeNothingOfWhatAdminsDo() {
        actAs("ana");
        navigate(TokensView.class);
        assertThat(text()).contains("Chat", "My tokens", "Ana Lima").doesNotContain("Audit", "People");

        actAs("admin");
        navigate(TokensView.class);
        assertThat(text()).contains("Audit", "People");
    }

    @Test
    void theRailShowsWhereOneIsAtEveryAddressOfAPage() {
        actAs("ana");
        UI.getCurrent().navigate("");
        roundTrip();
        assertThat(here()).containsExactly("Chat");

        UI.getCurrent().navigate("tokens");
        roundTrip();
        assertThat(here()).containsExactly("My tokens");
    }

    private List<String> here() {
        return find(RouterLink.class).all().stream()
                .filter(link -> "page".equals(link.getElement().getAttribute("aria-current")))
                .map(link -> link.getElement().getTextRecursively().strip())
                .toList();
    }

    @Test
    void thePaletteFindsSessionsAndGoesThere() {
        actAs("ana")
                .sessions()
                .create(new NewSession(
                        hub.project("acme").id(), new SessionName("Address ranges"), Visibility.PRIVATE));
        navigate(TokensView.class);

        fireShortcut(Key.KEY_K, KeyModifier.CONTROL);
        TextField field = find(TextField.class)
                .withPropertyValue(TextField::getPlaceholder, "A session, a component, a page, something to do…")
                .single();
        assertThat(text()).contains("Start a new session", "Address ranges", "Switch between dark and light");
        test(field).setValue("addr");
        press("Address ranges");

        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).startsWith("chat/");
    }

    @Test
    void thePaletteSaysWhenNothingIsCalledThat() {
        actAs("ana");
        navigate(TokensView.class);
        press("Search");

        TextField field = find(TextField.class)
                .withPropertyValue(TextField::getPlaceholder, "A session, a component, a page, something to do…")
                .single();
        test(field).setValue("zzz");

        assertThat(text()).contains("Nothing is called that.");
    }

    @Test
    void theMenuOpensTheDrawerAndGoingSomewhereClosesIt() {
        actAs("ana");
        navigate(TokensView.class);
        press("Menu");
        assertThat(find(Frame.class).single().hasClassName("drawer-open")).isTrue();

        UI.getCurrent().navigate("account");

        assertThat(find(Frame.class).single().hasClassName("drawer-open")).isFalse();
    }
}
