package io.atmoshub.server.launcher.settings;

import io.atmoshub.server.launcher.CannotStart;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What an operator decides about the providers of models: `ATMOS_HUB_ANTHROPIC_API_KEY` and the like. The server
/// knows what they mean; here they are only found, wherever they are given, and wrong numbers and addresses refused.
final class ModelSettings {
    private static final List<String> PROVIDERS =
            List.of("ANTHROPIC", "OPENAI", "GEMINI", "GROK", "OLLAMA", "BEDROCK", "AZUREOPENAI");
    private static final List<String> EACH = List.of(
            "ENABLED",
            "API_KEY",
            "BASE_URL",
            "REGION",
            "MODEL",
            "MODELS",
            "MAX_TOKENS",
            "CONTEXT",
            "TIMEOUT_SECONDS",
            "RETRIES");

    static final List<String> NAMES = Stream.concat(
                    Stream.of("ATMOS_HUB_DEFAULT_MODEL"),
                    PROVIDERS.stream()
                            .flatMap(provider -> EACH.stream().map(each -> "ATMOS_HUB_" + provider + "_" + each)))
            .toList();

    private ModelSettings() {}

    static Map<String, String> from(Given given) {
        Map<String, String> found = new TreeMap<>();
        for (String name : NAMES) {
            given.value(name).ifPresent(value -> found.put(name, checked(name, value)));
        }
        return Map.copyOf(found);
    }

    private static String checked(String name, String value) {
        if (name.endsWith("_MAX_TOKENS") || name.endsWith("_CONTEXT")) {
            number(name, value, 1, 1_000_000);
        } else if (name.endsWith("_TIMEOUT_SECONDS")) {
            number(name, value, 5, 3_600);
        } else if (name.endsWith("_RETRIES")) {
            number(name, value, 0, 10);
        } else if (name.endsWith("_ENABLED") && !value.equals("true") && !value.equals("false")) {
            throw new CannotStart("%s is \"%s\"; it can be true or false.".formatted(name, value));
        } else if (name.endsWith("_BASE_URL") && !isWebAddress(value)) {
            throw new CannotStart(
                    "%s is \"%s\", which is no address like https://models.example.com/v1.".formatted(name, value));
        }
        return value;
    }

    private static void number(String name, String value, int least, int most) {
        if (!value.matches("\\d{1,7}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new CannotStart("%s is \"%s\"; it can be %,d to %,d.".formatted(name, value, least, most));
        }
    }

    private static boolean isWebAddress(String value) {
        try {
            URI address = URI.create(value);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
