package io.atmoshub.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.providers.http.Patience;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProviderSettingsTest {
    private static final Secret KEY = new Secret(" sk-secret ");

    @Test
    void aKeyNeverShows() {
        ProviderSettings settings = ProviderSettings.of(Provider.OPENAI, "gpt-4o", KEY);

        assertThat(settings.toString()).contains("gpt-4o").doesNotContain("sk-secret");
        assertThat(settings.keyText()).isEqualTo("sk-secret");
    }

    @Test
    void whatCantWorkIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> ProviderSettings.of(Provider.ANTHROPIC, "claude", null))
                .hasMessageContaining("ANTHROPIC_API_KEY");
        assertThatThrownBy(() -> ProviderSettings.of(Provider.OPENAI, " ", KEY))
                .hasMessageContaining("name of a model");
        assertThatThrownBy(() -> ProviderSettings.of(Provider.AZURE_OPENAI, "gpt-4o", KEY))
                .hasMessageContaining("openai.azure.com");
        assertThatThrownBy(() ->
                        ProviderSettings.of(Provider.OPENAI, "gpt-4o", KEY).at(URI.create("ftp://a")))
                .hasMessageContaining("http:// or https://");
        assertThatThrownBy(() ->
                        ProviderSettings.of(Provider.OPENAI, "gpt-4o", KEY).withMaxTokens(0))
                .hasMessageContaining("at least one token");
        assertThatThrownBy(() -> new ProviderSettings(Provider.BEDROCK, "m", null, null, null, 1, 1, Patience.USUAL))
                .hasMessageContaining("region");
        assertThatThrownBy(() -> new Secret("  ")).hasMessageContaining("not empty");
    }

    @Test
    void anAddressMayOrMayNotHaveThePathThatAllShare() {
        ProviderSettings settings = ProviderSettings.of(Provider.OPENAI, "gpt-4o", KEY);

        assertThat(settings.addressEnding("/v1")).isEqualTo("https://api.openai.com/v1");
        assertThat(settings.at(URI.create("http://gate.local/openai/")).addressEnding("/v1"))
                .isEqualTo("http://gate.local/openai/v1");
        assertThat(settings.at(URI.create("http://gate.local/v1/")).addressEnding("/v1"))
                .isEqualTo("http://gate.local/v1");
    }

    @Test
    void everyProviderIsFoundByItsId() {
        assertThat(Arrays.stream(Provider.values()).map(provider -> Provider.of(provider.id())))
                .allSatisfy(found -> assertThat(found).isPresent());
        assertThat(Provider.of("nobody")).isEmpty();
    }
}
