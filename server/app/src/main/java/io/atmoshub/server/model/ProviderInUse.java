package io.atmoshub.server.model;

import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.model.ProviderChange;
import io.atmoshub.hub.model.ProviderKey;
import io.atmoshub.hub.model.ProviderSetup;
import io.atmoshub.providers.Provider;
import io.atmoshub.providers.ProviderSettings;
import io.atmoshub.providers.Secret;
import io.atmoshub.providers.catalogue.Catalogue;
import io.atmoshub.providers.catalogue.ModelCard;
import io.atmoshub.providers.http.Patience;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A provider as the environment and the admins together have it. The hub's own variables decide over what an admin
/// set, setting by setting; the usual names of keys count where nobody gave another key. A key from the environment
/// goes to the environment's address only.
final class ProviderInUse {
    /// What an admin would have set who set nothing.
    static final ProviderChange UNSET = new ProviderChange(
            false,
            null,
            null,
            null,
            List.of(),
            null,
            ProviderChange.USUAL_MAX_TOKENS,
            ProviderChange.USUAL_TIMEOUT_SECONDS,
            ProviderChange.USUAL_RETRIES);

    private final Provider provider;
    private final ProviderVariables variables;
    private final Catalogue catalogue;
    private final @Nullable ProviderRow row;
    private final ProviderChange set;
    private final Map<String, String> fixed = new TreeMap<>();
    private final ProviderVariables.@Nullable Value keyVariable;
    private final @Nullable String baseUrl;
    private final @Nullable String region;
    private final List<String> chosenModels;
    private final @Nullable String chosenDefault;
    private final List<String> models;
    private final @Nullable String defaultModel;
    private final int maxTokens;
    private final int timeoutSeconds;
    private final int retries;
    private final int context;

    ProviderInUse(Provider provider, ProviderVariables variables, @Nullable ProviderRow row, Catalogue catalogue) {
        this.provider = provider;
        this.variables = variables;
        this.catalogue = catalogue;
        this.row = row;
        this.set = row == null ? UNSET : row.set();
        this.keyVariable = keyVariable();
        String address = decided("baseUrl", "BASE_URL", keyVariable == null ? set.baseUrl() : null);
        this.baseUrl = address == null
                ? variables.usualAddress().map(ProviderVariables.Value::text).orElse(null)
                : address;
        this.region = decided("region", "REGION", set.region());
        String listed = decided("models", "MODELS", null);
        this.chosenModels = listed == null ? set.models() : List.of(listed.split("[,\\s]+"));
        this.chosenDefault = decided("defaultModel", "MODEL", set.defaultModel());
        this.models = models();
        this.defaultModel = chosenDefault == null ? usual(models) : chosenDefault;
        this.maxTokens = number("maxTokens", "MAX_TOKENS", set.maxTokens());
        this.timeoutSeconds = number("timeoutSeconds", "TIMEOUT_SECONDS", set.timeoutSeconds());
        this.retries = number("retries", "RETRIES", set.retries());
        this.context = number("context", "CONTEXT", ProviderSettings.USUAL_CONTEXT);
        fixed.remove("context");
    }

    Provider provider() {
        return provider;
    }

    ProviderSetup setup() {
        return new ProviderSetup(
                provider.id(),
                provider.title(),
                enabled(),
                missing(),
                key(),
                baseUrl,
                provider.address().map(URI::toString).orElse(""),
                region,
                models,
                defaultModel,
                chosenModels,
                chosenDefault,
                maxTokens,
                timeoutSeconds,
                retries,
                fixed);
    }

    /// Those that are offered, its default first.
    List<ModelRef> offered() {
        List<String> names = new ArrayList<>(models);
        if (defaultModel != null && names.remove(defaultModel)) {
            names.addFirst(defaultModel);
        }
        return names.stream().map(name -> ModelRef.of(provider.id(), name)).toList();
    }

    Optional<ModelCard> card(String model) {
        return catalogue.find(provider, model);
    }

    /// How a model of it is asked; `stored` opens the key that an admin gave.
    ProviderSettings settings(String model, Function<ProviderRow, Optional<String>> stored) {
        Supplier<Optional<String>> admins =
                () -> row == null || row.sealedKey() == null ? Optional.empty() : stored.apply(row);
        Optional<String> key = keyVariable != null ? Optional.of(keyVariable.text()) : admins.get();
        Patience usual = Patience.USUAL;
        Duration whole = Duration.ofSeconds(timeoutSeconds);
        return new ProviderSettings(
                provider,
                model,
                baseUrl == null ? null : URI.create(baseUrl),
                region,
                key.map(Secret::new).orElse(null),
                maxTokens,
                context,
                new Patience(
                        usual.silence().compareTo(whole) < 0 ? usual.silence() : whole,
                        whole,
                        retries,
                        usual.firstDelay(),
                        usual.longestDelay()));
    }

    private boolean enabled() {
        String said = decided("enabled", "ENABLED", null);
        if (said != null) {
            return Boolean.parseBoolean(said);
        }
        return row == null ? givenByTheEnvironment() : set.enabled();
    }

    /// Whoever says what it takes to ask a provider wants it asked.
    private boolean givenByTheEnvironment() {
        return switch (provider) {
            case ANTHROPIC, OPENAI, GEMINI, GROK -> keyVariable != null;
            case OLLAMA ->
                fixed.containsKey("baseUrl") || fixed.containsKey("defaultModel") || fixed.containsKey("models");
            case BEDROCK -> fixed.containsKey("region");
            case AZURE_OPENAI -> baseUrl != null;
        };
    }

    private @Nullable String missing() {
        boolean hasKey = keyVariable != null || (row != null && row.sealedKey() != null);
        if (provider == Provider.AZURE_OPENAI && baseUrl == null) {
            return "It needs the address of your resource, such as https://<resource>.openai.azure.com.";
        }
        if (provider == Provider.BEDROCK && region == null) {
            return "It needs a region, such as us-east-1.";
        }
        boolean needsKey =
                switch (provider) {
                    case ANTHROPIC, OPENAI, GEMINI, GROK -> true;
                    case OLLAMA, BEDROCK, AZURE_OPENAI -> false;
                };
        if (needsKey && !hasKey) {
            return "It needs a key.";
        }
        return models.isEmpty() ? "It needs the name of a model." : null;
    }

    private @Nullable ProviderKey key() {
        if (keyVariable != null) {
            return new ProviderKey(ProviderKey.endOf(keyVariable.text()), keyVariable.variable());
        }
        return row == null || row.sealedKey() == null ? null : new ProviderKey(row.keyEnd(), null);
    }

    private ProviderVariables.@Nullable Value keyVariable() {
        Optional<ProviderVariables.Value> own = variables.own("API_KEY");
        own.ifPresent(value -> fixed.put("key", value.variable()));
        if (own.isPresent() || (row != null && row.sealedKey() != null)) {
            return own.orElse(null);
        }
        return variables.usualKey().orElse(null);
    }

    private List<String> models() {
        List<String> all = new ArrayList<>(chosenModels);
        if (all.isEmpty()) {
            catalogue.of(provider).forEach(card -> all.add(card.id()));
        }
        if (chosenDefault != null && !all.contains(chosenDefault)) {
            all.addFirst(chosenDefault);
        }
        return List.copyOf(all);
    }

    private @Nullable String usual(List<String> of) {
        return of.stream()
                .filter(model -> card(model)
                        .filter(card -> card.useFor().contains("general"))
                        .isPresent())
                .findFirst()
                .or(() -> of.stream().findFirst())
                .orElse(null);
    }

    private @Nullable String decided(String setting, String variable, @Nullable String otherwise) {
        Optional<ProviderVariables.Value> value = variables.own(variable);
        value.ifPresent(given -> fixed.put(setting, given.variable()));
        return value.map(ProviderVariables.Value::text).orElse(otherwise);
    }

    /// The launcher has checked that it is a number.
    private int number(String setting, String variable, int otherwise) {
        String text = decided(setting, variable, null);
        return text == null ? otherwise : Integer.parseInt(text);
    }
}
