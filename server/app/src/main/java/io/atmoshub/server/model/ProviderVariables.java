package io.atmoshub.server.model;

import io.atmoshub.providers.Provider;
import io.atmoshub.server.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the environment says of one provider: `ATMOS_HUB_ANTHROPIC_API_KEY` and the like, which decide over what an
/// admin set; and the names that everybody's tools use, which count where neither is there.
record ProviderVariables(Provider provider, Settings settings) {
    private static final Map<Provider, List<String>> USUAL_KEYS = Map.of(
            Provider.ANTHROPIC, List.of("ANTHROPIC_API_KEY"),
            Provider.OPENAI, List.of("OPENAI_API_KEY"),
            Provider.GEMINI, List.of("GEMINI_API_KEY", "GOOGLE_API_KEY"),
            Provider.GROK, List.of("XAI_API_KEY"),
            Provider.AZURE_OPENAI, List.of("AZURE_OPENAI_API_KEY"));

    record Value(String variable, String text) {
        /// Values may be keys.
        @Override
        public String toString() {
            return variable;
        }
    }

    Optional<Value> own(String setting) {
        return value("ATMOS_HUB_%s_%s".formatted(provider.id().toUpperCase(Locale.ROOT), setting));
    }

    Optional<Value> usualKey() {
        return USUAL_KEYS.getOrDefault(provider, List.of()).stream()
                .flatMap(name -> value(name).stream())
                .findFirst();
    }

    /// Azure's resources have addresses of their own.
    Optional<Value> usualAddress() {
        return provider == Provider.AZURE_OPENAI ? value("AZURE_OPENAI_ENDPOINT") : Optional.empty();
    }

    private Optional<Value> value(String variable) {
        return settings.get(variable).map(text -> new Value(variable, text));
    }
}
