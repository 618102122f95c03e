package io.atmoshub.hub.model;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an admin sets for a provider. No `key` leaves the present one, an empty one takes it away. Without `models`
/// all that the catalogue knows are offered, without `defaultModel` the first that is good for most questions.
public record ProviderChange(
        boolean enabled,
        @Nullable String key,
        @Nullable String baseUrl,
        @Nullable String region,
        List<String> models,
        @Nullable String defaultModel,
        int maxTokens,
        int timeoutSeconds,
        int retries) {
    public static final int USUAL_MAX_TOKENS = 4096;
    public static final int USUAL_TIMEOUT_SECONDS = 600;
    public static final int USUAL_RETRIES = 3;

    public ProviderChange {
        key = key == null ? null : key.strip();
        baseUrl = blankIsNone(baseUrl);
        region = blankIsNone(region);
        defaultModel = blankIsNone(defaultModel);
        models = models.stream()
                .map(String::strip)
                .filter(model -> !model.isEmpty())
                .distinct()
                .toList();
        models.forEach(model -> ModelRef.of("provider", model));
        if (defaultModel != null) {
            ModelRef.of("provider", defaultModel);
        }
        if (key != null && key.length() > 4_000) {
            throw wrong(
                    "A key has at most 4,000 characters; this one has %,d.".formatted(key.length()), "Paste it again.");
        }
        if (baseUrl != null && !isWebAddress(baseUrl)) {
            throw wrong(
                    "\"%s\" is no address of a provider.".formatted(baseUrl),
                    "It begins with http:// or https://, names a host, and carries no user, query or fragment.");
        }
        if (region != null && !region.matches("[a-z0-9-]{1,40}")) {
            throw wrong("\"%s\" is no region.".formatted(region), "Write it as AWS does, such as us-east-1.");
        }
        if (maxTokens < 1 || maxTokens > 1_000_000) {
            throw wrong("An answer has 1 to 1,000,000 tokens; this says %,d.".formatted(maxTokens), "Usual is 4096.");
        }
        if (timeoutSeconds < 5 || timeoutSeconds > 3_600) {
            throw wrong(
                    "A turn may take 5 to 3,600 seconds; this says %,d.".formatted(timeoutSeconds), "Usual is 600.");
        }
        if (retries < 0 || retries > 10) {
            throw wrong("A request is repeated 0 to 10 times; this says %d.".formatted(retries), "Usual is 3.");
        }
    }

    /// On, with this key and all else as usual.
    public static ProviderChange withKey(String key) {
        return new ProviderChange(
                true, key, null, null, List.of(), null, USUAL_MAX_TOKENS, USUAL_TIMEOUT_SECONDS, USUAL_RETRIES);
    }

    /// Keys stay out of logs.
    @Override
    public String toString() {
        return "ProviderChange[enabled=%s, baseUrl=%s, models=%s]".formatted(enabled, baseUrl, models);
    }

    private static @Nullable String blankIsNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static boolean isWebAddress(String text) {
        try {
            URI address = new URI(text);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static HubException wrong(String message, String hint) {
        return new HubException(ErrorCode.INVALID_INPUT, message, hint);
    }
}
