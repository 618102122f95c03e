package io.atmoshub.providers;

import io.atmoshub.assistant.model.Usage;
import java.net.URI;
import java.util.Map;

/// Azure's resource of OpenAI's models: a header and a path of its own, and errors that name deployments.
final class AzureFormat extends OpenAiFormat {
    @Override
    public ProviderSettings settings(URI loopback) {
        return ProviderSettings.azure(loopback, "gpt-4o-deployment", new Secret("azure-test"));
    }

    @Override
    public String path() {
        return "POST /openai/v1/chat/completions HTTP/1.1";
    }

    @Override
    public Map.Entry<String, String> keyHeader() {
        return Map.entry("api-key", "azure-test");
    }

    @Override
    public Usage usage() {
        return new Usage("azureopenai", "gpt-4o-deployment", 312, 4000, 0, 56, false);
    }

    @Override
    public Refused refused(Refusal refusal) {
        return switch (refusal) {
            case BAD_KEY -> error(401, "401", "Access denied due to invalid subscription key or wrong API endpoint.");
            case NO_MODEL -> error(404, "DeploymentNotFound", "The API deployment for this resource does not exist.");
            case TOO_LONG, QUOTA -> super.refused(refusal);
            case BUSY ->
                error(
                        429,
                        "429",
                        "Requests have exceeded token rate limit of your current OpenAI S0 pricing tier. Please retry after 26 seconds.");
        };
    }

    private static Refused error(int status, String code, String message) {
        return new Refused(status, "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, message));
    }
}
