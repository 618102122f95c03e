package io.atmoshub.server.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.model.Model;
import io.atmoshub.assistant.model.ModelException;
import io.atmoshub.assistant.model.ModelRequest;
import io.atmoshub.assistant.model.TextSink;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.model.ModelOffer;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.model.Models;
import io.atmoshub.hub.model.ProviderChange;
import io.atmoshub.hub.model.ProviderKey;
import io.atmoshub.hub.model.ProviderSetup;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.testing.Cast;
import io.atmoshub.providers.Provider;
import io.atmoshub.providers.ProviderModel;
import io.atmoshub.server.settings.Settings;
import io.atmoshub.server.testing.TestDatabase;
import io.atmoshub.server.testing.TestIdentity;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the environment and the admins say together.
class HubModelsTest {
    private static final String KEY = "sk-of-an-admin-0123456789";

    private TestDatabase database;
    private TestIdentity identity;
    private final KeySeal seal = new KeySeal();

    @BeforeEach
    void open() {
        database = new TestDatabase();
        identity = new TestIdentity(database.tx());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theUsualNameOfAKeyIsEnough() {
        for (var one : Map.of(
                        "ANTHROPIC_API_KEY", "anthropic",
                        "OPENAI_API_KEY", "openai",
                        "GOOGLE_API_KEY", "gemini",
                        "GEMINI_API_KEY", "gemini",
                        "XAI_API_KEY", "grok",
                        "ATMOS_HUB_GEMINI_API_KEY", "gemini")
                .entrySet()) {
            List<ModelOffer> offers = offers(Map.of(one.getKey(), "sk-0123456789abcdef"));

            assertThat(offers.getFirst().ref().provider()).as(one.getKey()).isEqualTo(one.getValue());
            assertThat(offers.getLast()).isEqualTo(ModelOffer.BUILT_IN);
        }
        assertThat(offers(Map.of())).containsExactly(ModelOffer.BUILT_IN);
    }

    @Test
    void whereNobodyChoseAModelForMostQuestionsAnswers() {
        assertThat(offers(Map.of("ANTHROPIC_API_KEY", "sk-ant-0123456789"))
                        .getFirst()
                        .name())
                .isEqualTo("Claude Sonnet 4.5");
    }

    @Test
    void providersWithoutKeysNeedAWordThatTheyAreWanted() {
        assertThat(offers(Map.of("ATMOS_HUB_OLLAMA_MODEL", "llama3")).getFirst().ref())
                .isEqualTo(new ModelRef("ollama/llama3"));
        assertThat(offers(Map.of("ATMOS_HUB_BEDROCK_REGION", "eu-west-1"))
                        .getFirst()
                        .ref()
                        .provider())
                .isEqualTo("bedrock");
        assertThat(offers(Map.of(
                                "AZURE_OPENAI_ENDPOINT", "https://acme.openai.azure.com",
                                "AZURE_OPENAI_API_KEY", "0123456789abcdef",
                                "ATMOS_HUB_AZUREOPENAI_MODEL", "ours"))
                        .getFirst()
                        .ref())
                .isEqualTo(new ModelRef("azureopenai/ours"));
    }

    @Test
    void theHubsOwnVariablesDecideOverAdminsAndAdminsOverUsualNames() {
        admin(Map.of()).set("openai", ProviderChange.withKey(KEY));

        assertThat(key(Map.of("OPENAI_API_KEY", "sk-usual-0123456789"))).isEqualTo(new ProviderKey("6789", null));
        assertThat(key(Map.of("ATMOS_HUB_OPENAI_API_KEY", "sk-operator-0000001111")))
                .isEqualTo(new ProviderKey("1111", "ATMOS_HUB_OPENAI_API_KEY"));
        ProviderSetup setup = setup(Map.of(
                "ATMOS_HUB_OPENAI_MODELS", "gpt-5, gpt-5-mini",
                "ATMOS_HUB_OPENAI_MAX_TOKENS", "9000",
                "ATMOS_HUB_OPENAI_ENABLED", "false"));
        assertThat(setup.enabled()).isFalse();
        assertThat(setup.models()).containsExactly("gpt-5", "gpt-5-mini");
        assertThat(setup.maxTokens()).isEqualTo(9000);
        assertThat(setup.fixed())
                .isEqualTo(Map.of(
                        "models", "ATMOS_HUB_OPENAI_MODELS",
                        "maxTokens", "ATMOS_HUB_OPENAI_MAX_TOKENS",
                        "enabled", "ATMOS_HUB_OPENAI_ENABLED"));
    }

    @Test
    void aKeyOfTheEnvironmentGoesToNoAddressOfAnAdmins() {
        admin(Map.of())
                .set(
                        "openai",
                        new ProviderChange(true, null, "https://elsewhere.test", null, List.of(), null, 4096, 600, 3));

        assertThat(setup(Map.of("OPENAI_API_KEY", "sk-usual-0123456789")).baseUrl())
                .isNull();
    }

    @Test
    void anAdminWhoSwitchesAProviderOffOverrulesAUsualName() {
        admin(Map.of()).set("openai", new ProviderChange(false, null, null, null, List.of(), null, 4096, 600, 3));

        assertThat(offers(Map.of("OPENAI_API_KEY", "sk-usual-0123456789"))).containsExactly(ModelOffer.BUILT_IN);
    }

    @Test
    void theDefaultIsNamedByProviderByModelOrByBoth() {
        Map<String, String> two = Map.of("ANTHROPIC_API_KEY", "sk-0123456789abcdef", "OPENAI_API_KEY", "sk-1");
        for (String wanted : List.of("openai", "gpt-5", "openai/gpt-5")) {
            var environment = new java.util.HashMap<>(two);
            environment.put("ATMOS_HUB_DEFAULT_MODEL", wanted);

            assertThat(offers(environment).getFirst().ref()).as(wanted).isEqualTo(new ModelRef("openai/gpt-5"));
        }
        admin(two).makeDefault(new ModelRef("openai/gpt-5-mini"));
        assertThat(offers(two).getFirst().ref()).isEqualTo(new ModelRef("openai/gpt-5-mini"));
    }

    @Test
    void aSealedKeyIsOpenedAtItsPlaceAndNowhereElse() {
        admin(Map.of()).set("openai", ProviderChange.withKey(KEY));

        database.tx().run(em -> {
            ProviderRow row = Objects.requireNonNull(ProviderRow.all(em).get(Provider.OPENAI));
            String sealed = Objects.requireNonNull(row.sealedKey());
            assertThat(sealed).doesNotContain(KEY);
            assertThat(seal.open(em, sealed, row.boundTo())).isEqualTo(Optional.of(KEY));
            assertThat(seal.open(em, sealed, ProviderRow.boundTo(Provider.GROK, null)))
                    .isEmpty();
            assertThat(seal.open(em, sealed, ProviderRow.boundTo(Provider.OPENAI, "https://elsewhere.test")))
                    .isEmpty();
        });
    }

    @Test
    void aModelIsMadeOnceAndAnewWhenSomethingChanged() {
        HubModels models = models(Map.of());
        Models admin = new ModelsForCaller(database.tx(), identity.access, identity.audit, models, seal)
                .as(identity.caller(Cast.ADMIN));
        admin.set("openai", ProviderChange.withKey(KEY));
        admin.makeDefault(new ModelRef("openai/gpt-5"));

        Model first = answering(models);
        assertThat(first).isInstanceOf(ProviderModel.class).isSameAs(answering(models));
        assertThat(first.name()).isEqualTo("gpt-5 (OpenAI)");

        admin.set("openai", ProviderChange.withKey("sk-another-0123456789"));
        assertThat(answering(models)).isInstanceOf(ProviderModel.class).isNotSameAs(first);
    }

    @Test
    void whatIsNotThereAnyMoreSaysSo() {
        Model gone = new NoModel("gpt-5", "It is gone.", "Choose another.");

        assertThatThrownBy(() -> gone.answer(new ModelRequest(List.of(), List.of()), text(), Cancellation.NEVER))
                .isInstanceOf(ModelException.class)
                .hasMessage("It is gone.");
        assertThatThrownBy(() -> database.tx().call(em -> models(Map.of()).offered(em, new ModelRef("openai/gpt-5"))))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("openai/gpt-5");
    }

    @Test
    void bedrockAndAzureSayWhatTheyNeed() {
        Models admin = admin(Map.of());

        assertThat(admin.set("bedrock", ProviderChange.withKey("a:b")).missing())
                .contains("region");
        assertThat(admin.set("azureopenai", ProviderChange.withKey("key")).missing())
                .contains("address");
        assertThat(URI.create(setup(Map.of()).usualUrl()).getHost()).isEqualTo("api.openai.com");
    }

    private static TextSink text() {
        return piece -> {};
    }

    private Model answering(HubModels models) {
        return database.tx().call(em -> models.answering(em, SessionId.random()));
    }

    private HubModels models(Map<String, String> environment) {
        return new HubModels(new Settings(environment), seal);
    }

    private List<ModelOffer> offers(Map<String, String> environment) {
        return database.tx().call(em -> models(environment).offers(em));
    }

    private Models admin(Map<String, String> environment) {
        return new ModelsForCaller(database.tx(), identity.access, identity.audit, models(environment), seal)
                .as(identity.caller(Cast.ADMIN));
    }

    private ProviderSetup setup(Map<String, String> environment) {
        return admin(environment).providers().stream()
                .filter(one -> one.provider().equals("openai"))
                .findFirst()
                .orElseThrow();
    }

    private @org.jspecify.annotations.Nullable ProviderKey key(Map<String, String> environment) {
        return setup(environment).key();
    }
}
