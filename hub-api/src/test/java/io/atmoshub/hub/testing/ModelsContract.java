package io.atmoshub.hub.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.audit.AuditFilter;
import io.atmoshub.hub.model.ConnectionTest;
import io.atmoshub.hub.model.ModelOffer;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.model.ProviderChange;
import io.atmoshub.hub.model.ProviderKey;
import io.atmoshub.hub.model.ProviderSetup;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.Visibility;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What holds for models and their providers, however the hub is reached.
public abstract class ModelsContract extends Contract {
    private static final String KEY = "sk-ant-a-key-that-nobody-sees-again-4711";
    private static final ModelRef LLAMA = new ModelRef("ollama/llama3");

    @AfterEach
    void nothingConfigured() {
        if (admin != null) {
            admin.models().makeDefault(ModelRef.BUILT_IN);
            for (String provider : List.of("anthropic", "openai", "ollama")) {
                admin.models().set(provider, change(false, "", null, List.of(), null));
            }
        }
    }

    @Test
    void withoutAProviderTheBuiltInAssistantAnswers() {
        assertThat(vic.models().offered()).containsExactly(ModelOffer.BUILT_IN);
    }

    @Test
    void whatAProviderOffersCanBeChosenByEverybody() {
        admin.models().set("ollama", change(true, null, "http://127.0.0.1:9", List.of("llama3", "qwen3"), "qwen3"));

        assertThat(ana.models().offered())
                .extracting(offer -> offer.ref().value())
                .contains("ollama/llama3", "ollama/qwen3", "built-in/assistant");
    }

    @Test
    void theCatalogueTellsAboutTheModelsItKnows() {
        admin.models().set("anthropic", ProviderChange.withKey(KEY));

        ModelOffer sonnet = ana.models().offered().stream()
                .filter(offer -> offer.ref().value().equals("anthropic/claude-sonnet-4-5-20250929"))
                .findFirst()
                .orElseThrow();

        assertThat(sonnet.name()).isEqualTo("Claude Sonnet 4.5");
        assertThat(sonnet.contextWindow()).isEqualTo(200_000);
        assertThat(sonnet.abilities()).contains("tool_use", "vision");
        assertThat(Objects.requireNonNull(sonnet.price()).output()).isEqualByComparingTo("15");
    }

    @Test
    void aProviderThatIsOffOffersNothing() {
        admin.models().set("anthropic", ProviderChange.withKey(KEY));
        admin.models().set("anthropic", change(false, null, null, List.of(), null));

        assertThat(ana.models().offered()).containsExactly(ModelOffer.BUILT_IN);
        assertThat(setup("anthropic").key()).as("the key is kept").isNotNull();
    }

    @Test
    void aKeyIsNeverShownAgain() {
        ProviderSetup set = admin.models().set("anthropic", ProviderChange.withKey(KEY));

        assertThat(set.key()).isEqualTo(new ProviderKey("4711", null));
        assertThat(HubJson.write(admin.models().providers())).doesNotContain(KEY);
        assertThat(HubJson.write(admin.audit()
                        .find(new AuditFilter(null, "model.*", null, null, null, null), PageRequest.first(50))))
                .contains("model.provider")
                .doesNotContain("nobody-sees-again");
    }

    @Test
    void aKeyStaysUntilAnotherOrNoneIsGiven() {
        admin.models().set("anthropic", ProviderChange.withKey(KEY));

        assertThat(admin.models()
                        .set("anthropic", change(true, null, null, List.of("claude-x"), null))
                        .key())
                .isEqualTo(new ProviderKey("4711", null));
        ProviderSetup without = admin.models().set("anthropic", change(true, "", null, List.of(), null));

        assertThat(without.key()).isNull();
        assertThat(without.missing()).contains("key");
        assertThat(ana.models().offered()).containsExactly(ModelOffer.BUILT_IN);
    }

    @Test
    void aKeyIsNotSentToAnotherAddressThanTheOneItWasGivenFor() {
        admin.models().set("anthropic", ProviderChange.withKey(KEY));

        assertRefused(
                ErrorCode.INVALID_INPUT,
                () -> admin.models().set("anthropic", change(true, null, "https://elsewhere.test", List.of(), null)));
    }

    @Test
    void onlyAdminsDecideAboutProviders() {
        assertRefused(ErrorCode.NOT_ALLOWED, () -> ada.models().providers());
        assertRefused(ErrorCode.NOT_ALLOWED, () -> ada.models().set("openai", ProviderChange.withKey(KEY)));
        assertRefused(ErrorCode.NOT_ALLOWED, () -> ada.models().test("openai"));
        assertRefused(ErrorCode.NOT_ALLOWED, () -> ada.models().makeDefault(ModelRef.BUILT_IN));
    }

    @Test
    void whatNobodyKnowsIsNotFound() {
        assertRefused(ErrorCode.NOT_FOUND, () -> admin.models().set("hal9000", ProviderChange.withKey(KEY)));
        assertRefused(ErrorCode.NOT_FOUND, () -> admin.models().test("hal9000"));
    }

    @Test
    void aTestSaysWhatIsMissing() {
        ConnectionTest test = admin.models().test("openai");

        assertThat(test.ok()).isFalse();
        assertThat(test.sentence()).contains("key");
        assertThat(test.hint()).isNotBlank();
    }

    @Test
    void theDefaultComesFirst() {
        admin.models().set("ollama", change(true, null, "http://127.0.0.1:9", List.of("llama3", "qwen3"), null));

        assertThat(admin.models().makeDefault(new ModelRef("ollama/qwen3")).name())
                .isEqualTo("qwen3");

        assertThat(ana.models().offered().getFirst().ref()).isEqualTo(new ModelRef("ollama/qwen3"));
        assertRefused(ErrorCode.INVALID_INPUT, () -> admin.models().makeDefault(new ModelRef("openai/gpt-5")));
    }

    @Test
    void aSessionRemembersTheModelThatWasChosen() {
        admin.models().set("ollama", change(true, null, "http://127.0.0.1:9", List.of("llama3"), null));
        Session session = ana.sessions().create(new NewSession(fixture.project(), null, Visibility.SHARED));
        assertThat(session.model()).isNull();

        assertThat(ben.sessions().choose(session.id(), LLAMA).model()).isEqualTo(LLAMA);
        assertThat(ana.sessions().choose(session.id(), ModelRef.BUILT_IN).model())
                .isEqualTo(ModelRef.BUILT_IN);

        assertThat(ana.sessions().events(session.id(), 0, 10))
                .extracting(SessionEvent::what)
                .containsExactly(
                        new Happening.ModelChosen(LLAMA, "llama3"),
                        new Happening.ModelChosen(ModelRef.BUILT_IN, ModelOffer.BUILT_IN.name()));
        ana.sessions().delete(session.id());
    }

    @Test
    void onlyWhatIsOfferedCanBeChosenAndOnlyByThoseWhoMaySpeak() {
        Session session = ana.sessions().create(new NewSession(fixture.project(), null, Visibility.SHARED));

        assertRefused(ErrorCode.INVALID_INPUT, () -> ana.sessions().choose(session.id(), LLAMA));
        assertRefused(ErrorCode.NOT_ALLOWED, () -> vic.sessions().choose(session.id(), ModelRef.BUILT_IN));
        ana.sessions().delete(session.id());
    }

    private ProviderSetup setup(String provider) {
        return admin.models().providers().stream()
                .filter(setup -> setup.provider().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    private static ProviderChange change(
            boolean enabled,
            @org.jspecify.annotations.Nullable String key,
            @org.jspecify.annotations.Nullable String baseUrl,
            List<String> models,
            @org.jspecify.annotations.Nullable String defaultModel) {
        return new ProviderChange(enabled, key, baseUrl, null, models, defaultModel, 4096, 600, 3);
    }
}
