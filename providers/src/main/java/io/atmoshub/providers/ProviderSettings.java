package io.atmoshub.providers;

import io.atmoshub.providers.http.Patience;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// How one model of a provider is asked.
///
/// `address` replaces the provider's own; `region` is Bedrock's. `key` is what the provider calls an API key;
/// for Bedrock an API key, or access key and secret with a colon between them, or none for the credentials of
/// the machine. `maxTokens` is the longest answer of one turn. `context` is how many tokens the model can
/// look at, for Ollama, which forgets what stood first without saying so.
public record ProviderSettings(
        Provider provider,
        String model,
        @Nullable URI address,
        @Nullable String region,
        @Nullable Secret key,
        int maxTokens,
        int context,
        Patience patience) {
    public static final int USUAL_MAX_TOKENS = 4096;
    public static final int USUAL_CONTEXT = 16_384;

    public ProviderSettings {
        model = model.strip();
        if (model.isEmpty()) {
            throw wrong("%s needs the name of a model.".formatted(provider.title()));
        }
        if (address != null && (address.getHost() == null || !isHttp(address))) {
            throw wrong("The address of %s begins with http:// or https:// and names a host; this is %s."
                    .formatted(provider.title(), address));
        }
        if (provider == Provider.AZURE_OPENAI && address == null) {
            throw wrong(
                    "Azure OpenAI needs the address of your resource, such as https://<resource>.openai.azure.com.");
        }
        if (provider == Provider.BEDROCK && region == null) {
            throw wrong("AWS Bedrock needs a region, such as us-east-1.");
        }
        if (provider.needsKey() && key == null) {
            throw wrong("%s needs a key; it is usually in %s."
                    .formatted(provider.title(), provider.keyVariable().orElse("the environment")));
        }
        if (maxTokens < 1 || context < 1) {
            throw wrong(
                    "An answer has room for at least one token; max_tokens is %d of %d.".formatted(maxTokens, context));
        }
    }

    public static ProviderSettings of(Provider provider, String model, @Nullable Secret key) {
        return new ProviderSettings(
                provider,
                model,
                null,
                provider == Provider.BEDROCK ? "us-east-1" : null,
                key,
                USUAL_MAX_TOKENS,
                USUAL_CONTEXT,
                Patience.USUAL);
    }

    /// Azure has no address that all share.
    public static ProviderSettings azure(URI address, String deployment, @Nullable Secret key) {
        return new ProviderSettings(
                Provider.AZURE_OPENAI, deployment, address, null, key, USUAL_MAX_TOKENS, USUAL_CONTEXT, Patience.USUAL);
    }

    public ProviderSettings at(URI other) {
        return new ProviderSettings(provider, model, other, region, key, maxTokens, context, patience);
    }

    public ProviderSettings in(String otherRegion) {
        return new ProviderSettings(provider, model, address, otherRegion, key, maxTokens, context, patience);
    }

    public ProviderSettings withMaxTokens(int tokens) {
        return new ProviderSettings(provider, model, address, region, key, tokens, context, patience);
    }

    public ProviderSettings withContext(int tokens) {
        return new ProviderSettings(provider, model, address, region, key, maxTokens, tokens, patience);
    }

    public ProviderSettings with(Patience other) {
        return new ProviderSettings(provider, model, address, region, key, maxTokens, context, other);
    }

    /// Where it is asked, with no slash at its end and, for the paths that all share, `suffix` at its end once.
    String addressEnding(String suffix) {
        URI plain = address != null ? address : provider.address().orElseThrow();
        String text = plain.toString().replaceAll("/+$", "");
        return text.endsWith(suffix) ? text : text + suffix;
    }

    /// The key, or an empty text for servers that ask for none.
    String keyText() {
        return key == null ? "" : key.value();
    }

    private static boolean isHttp(URI address) {
        return "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    }

    private static IllegalArgumentException wrong(String sentence) {
        return new IllegalArgumentException(sentence);
    }
}
