package io.atmoshub.providers.catalogue;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.providers.Provider;
import io.atmoshub.providers.http.HttpTrouble;
import io.atmoshub.providers.http.Patience;
import io.atmoshub.providers.http.Upstream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The models that are known, and when somebody last looked. What is not in it can be used all the same.
public record Catalogue(Instant updated, List<ModelCard> models) {
    private static final int LARGEST = 4_000_000;

    public Catalogue {
        models = List.copyOf(models);
    }

    /// The one that comes with the product.
    public static Catalogue shipped() {
        try (InputStream resource =
                Objects.requireNonNull(Catalogue.class.getResourceAsStream("models.json"), "models.json")) {
            return parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CatalogueException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Reads it in the format of `docs/providers.md`. What it says of providers that are not known here is left out.
    public static Catalogue parse(String json) throws CatalogueException {
        return CatalogueJson.read(json);
    }

    /// Fetches a newer one.
    public static Catalogue fetch(URI address, Patience patience, Cancellation cancellation) throws CatalogueException {
        try (Upstream upstream = new Upstream(patience, cancellation, () -> {});
                InputStream body = upstream.watched(upstream.send(HttpRequest.newBuilder(address)
                        .header("Accept", "application/json")
                        .build()))) {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new CatalogueException(
                        "The catalogue at %s is larger than %,d bytes.".formatted(address, LARGEST));
            }
            return parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException | HttpTrouble e) {
            throw new CatalogueException(
                    "The catalogue at %s can't be fetched (%s).".formatted(address, e.getMessage()), e);
        }
    }

    public List<ModelCard> of(Provider provider) {
        return models.stream().filter(card -> card.provider() == provider).toList();
    }

    /// The card of a model, or of the model that its name begins with: `gpt-4o-2024-11-20` is a `gpt-4o`. Where
    /// Bedrock serves it, and under `models/`, does not matter.
    public Optional<ModelCard> find(Provider provider, String model) {
        String plain = model.replaceFirst("^(models/|(us|eu|apac|global|us-gov)\\.)", "");
        return of(provider).stream()
                .filter(card -> plain.equals(card.id())
                        || (plain.startsWith(card.id())
                                && !Character.isLetterOrDigit(
                                        plain.charAt(card.id().length()))))
                .max(Comparator.comparingInt(card -> card.id().length()));
    }

    /// Its own models, with those of a newer one in their place and beside them.
    public Catalogue updatedBy(Catalogue newer) {
        Map<String, ModelCard> all = new LinkedHashMap<>();
        for (Catalogue one : List.of(this, newer)) {
            one.models.forEach(card -> all.put(card.provider().id() + "/" + card.id(), card));
        }
        return new Catalogue(newer.updated, List.copyOf(all.values()));
    }
}
