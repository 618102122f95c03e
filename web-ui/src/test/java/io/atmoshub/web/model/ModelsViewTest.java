package io.atmoshub.web.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.model.ModelOffer;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.model.ProviderChange;
import io.atmoshub.hub.model.ProviderSetup;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.web.Browserless;
import io.atmoshub.web.session.ChatView;
import org.junit.jupiter.api.Test;

class ModelsViewTest extends Browserless {
    private static final String KEY = "sk-ant-0123456789-4711";

    private void open() {
        actAs("admin");
        navigate(ModelsView.class);
    }

    private void connect() {
        hub.as("admin").models().set("anthropic", ProviderChange.withKey(KEY));
    }

    private ProviderSetup anthropic() {
        return hub.as("admin").models().providers().getFirst();
    }

    @Test
    void everyProviderIsThereInWords() {
        connect();
        open();

        assertThat(text()).contains("Anthropic", "ready", "claude-sonnet-4-5", "key ends with …4711", "Ollama", "off");
        assertThat(text()).doesNotContain(KEY);
    }

    @Test
    void aKeyIsGivenAndNotShownAgain() {
        open();

        press("Set up Anthropic");
        test(find(PasswordField.class).single()).setValue(KEY);
        press("Save");

        assertThat(text()).contains("ready", "key ends with …4711");
        assertThat(anthropic().ready()).isTrue();
        press("Set up Anthropic");
        assertThat(find(PasswordField.class).single().getValue()).isEmpty();
        assertThat(find(PasswordField.class).single().getHelperText()).contains("There is one; it ends with …4711");
        test(find(Checkbox.class)
                        .withPropertyValue(Checkbox::getLabel, "Take the present key away")
                        .single())
                .click();
        press("Save");
        assertThat(anthropic().key()).isNull();
    }

    @Test
    void aWrongAddressIsExplained() {
        open();

        press("Set up Ollama");
        test(find(TextField.class)
                        .withPropertyValue(TextField::getLabel, "Address")
                        .single())
                .setValue("my laptop");
        press("Save");

        assertThat(text()).contains("\"my laptop\" is no address of a provider.");
    }

    @Test
    void aConnectionIsTestedWhileThePageGoesOn() {
        connect();
        open();

        press("Test connection");

        until(() -> text().contains("Anthropic answered."));
    }

    @Test
    @SuppressWarnings("unchecked")
    void anAdminDecidesWhatAnswersWhereNobodyChose() {
        connect();
        open();
        Select<ModelOffer> usual = find(Select.class).single();

        test(usual).selectItem("Claude Sonnet 4.5 · Anthropic");
        test(usual).selectItem("Built-in assistant");

        assertThat(hub.as("ana").models().offered().getFirst().ref()).isEqualTo(ModelRef.BUILT_IN);
        assertThat(text()).contains("From now on Built-in assistant answers");
    }

    @Test
    void othersThanAdminsDontSeeIt() {
        actAs("ana");
        assertThat(text()).doesNotContain("Connect a model").contains("No model is connected");

        actAs("admin");
        navigate(ChatView.class);
        assertThat(text()).contains("Connect a model");
        connect();
        navigate(ModelsView.class);
        navigate(ChatView.class);
        assertThat(text()).doesNotContain("No model is connected");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aModelIsChosenAtTheTopOfASession() {
        connect();
        Hub ana = actAs("ana");
        Session session =
                ana.sessions().create(new NewSession(hub.project("acme").id(), null, Visibility.PRIVATE));
        UI.getCurrent()
                .navigate(
                        ChatView.class,
                        new RouteParameters(
                                new RouteParam("session", session.id().toString())));
        roundTrip();

        test(find(ModelPicker.class).single()).selectItem("Built-in assistant");

        until(() -> text().contains("Ana Lima chose Built-in assistant to answer from here on"));
        assertThat(ana.sessions().get(session.id()).model()).isEqualTo(ModelRef.BUILT_IN);
        assertThat(ana.models().offered()).hasSize(2);
    }

    @Test
    void whatIsNotOfferedAnyMoreIsStillNamed() {
        connect();
        Hub ana = actAs("ana");
        Session session =
                ana.sessions().create(new NewSession(hub.project("acme").id(), null, Visibility.PRIVATE));
        ana.sessions().choose(session.id(), new ModelRef("anthropic/claude-sonnet-4-5-20250929"));
        hub.as("admin")
                .models()
                .set(
                        "anthropic",
                        new ProviderChange(true, null, null, null, java.util.List.of("claude-x"), null, 4096, 600, 3));

        UI.getCurrent()
                .navigate(
                        ChatView.class,
                        new RouteParameters(
                                new RouteParam("session", session.id().toString())));
        roundTrip();

        assertThat(Choice.label(find(ModelPicker.class).single().getValue()))
                .isEqualTo("claude-sonnet-4-5-20250929 · not offered any more");
    }
}
