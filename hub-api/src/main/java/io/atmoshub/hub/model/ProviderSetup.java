package io.atmoshub.hub.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A provider as it is set up now. `missing` says in a sentence why it can't be asked, when it is on and can't;
/// `models` are those that are offered and `defaultModel` the first choice among them, `chosenModels` and
/// `chosenDefault` what somebody decided about both; `fixed` names, for each setting that the environment decides, the
/// variable
/// that does: an admin can't change those.
public record ProviderSetup(
        String provider,
        String title,
        boolean enabled,
        @Nullable String missing,
        @Nullable ProviderKey key,
        @Nullable String baseUrl,
        String usualUrl,
        @Nullable String region,
        List<String> models,
        @Nullable String defaultModel,
        List<String> chosenModels,
        @Nullable String chosenDefault,
        int maxTokens,
        int timeoutSeconds,
        int retries,
        Map<String, String> fixed) {
    public ProviderSetup {
        models = List.copyOf(models);
        chosenModels = List.copyOf(chosenModels);
        fixed = Map.copyOf(fixed);
    }

    /// On, and with all that it takes to ask it.
    public boolean ready() {
        return enabled && missing == null;
    }
}
