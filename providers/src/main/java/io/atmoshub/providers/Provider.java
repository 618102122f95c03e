package io.atmoshub.providers;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who runs models. The id is the provider's name in settings, in the ledger and in the catalogue, and never
/// changes.
public enum Provider {
    ANTHROPIC("anthropic", "Anthropic", "https://api.anthropic.com/v1", "ANTHROPIC_API_KEY"),
    OPENAI("openai", "OpenAI", "https://api.openai.com/v1", "OPENAI_API_KEY"),
    GEMINI("gemini", "Google Gemini", "https://generativelanguage.googleapis.com/v1beta", "GOOGLE_API_KEY"),
    GROK("grok", "xAI Grok", "https://api.x.ai/v1", "XAI_API_KEY"),
    OLLAMA("ollama", "Ollama", "http://localhost:11434", null),
    /// Its address follows from the region, and its key from the machine's AWS credentials.
    BEDROCK("bedrock", "AWS Bedrock", null, null),
    /// Its address is the resource's own; without a key it is asked as the machine's managed identity.
    AZURE_OPENAI("azureopenai", "Azure OpenAI", null, "AZURE_OPENAI_API_KEY");

    private final String id;
    private final String title;
    private final @Nullable URI address;
    private final @Nullable String keyVariable;

    Provider(String id, String title, @Nullable String address, @Nullable String keyVariable) {
        this.id = id;
        this.title = title;
        this.address = address == null ? null : URI.create(address);
        this.keyVariable = keyVariable;
    }

    public static Optional<Provider> of(String id) {
        return Stream.of(values()).filter(provider -> provider.id.equals(id)).findFirst();
    }

    public String id() {
        return id;
    }

    /// As people call it.
    public String title() {
        return title;
    }

    /// Where it is asked when the settings name no address.
    public Optional<URI> address() {
        return Optional.ofNullable(address);
    }

    /// The environment variable in which its key usually is.
    public Optional<String> keyVariable() {
        return Optional.ofNullable(keyVariable);
    }

    /// Without a key of its own there is no use in asking.
    boolean needsKey() {
        return switch (this) {
            case ANTHROPIC, OPENAI, GEMINI, GROK -> true;
            case OLLAMA, BEDROCK, AZURE_OPENAI -> false;
        };
    }
}
