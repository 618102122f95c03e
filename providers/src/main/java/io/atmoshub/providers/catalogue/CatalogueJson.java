package io.atmoshub.providers.catalogue;

import io.atmoshub.hub.HubJson;
import io.atmoshub.providers.Provider;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A catalogue's JSON.
final class CatalogueJson {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final int USUAL_OUTPUT = 4096;

    private CatalogueJson() {}

    static Catalogue read(String json) throws CatalogueException {
        JsonNode root;
        try {
            root = HubJson.mapper().readTree(json);
        } catch (JacksonException e) {
            throw new CatalogueException(
                    "The catalogue is no JSON: line %d, column %d."
                            .formatted(
                                    e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
                    e);
        }
        if (!root.path("providers").isArray()) {
            throw new CatalogueException("The catalogue has no list \"providers\".");
        }
        List<ModelCard> models = new ArrayList<>();
        for (JsonNode provider : root.path("providers")) {
            Optional<Provider> known = Provider.of(provider.path("name").asString(""));
            if (known.isPresent()) {
                int place = 0;
                for (JsonNode model : provider.path("models")) {
                    models.add(card(
                            known.get(),
                            model,
                            "%s, model %d".formatted(known.get().id(), ++place)));
                }
            }
        }
        return new Catalogue(updated(root), models);
    }

    private static Instant updated(JsonNode root) throws CatalogueException {
        String text = root.path("last_updated").asString("");
        try {
            return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new CatalogueException(
                    "last_updated is a time such as 2026-01-31T00:00:00Z; this is \"%s\".".formatted(text), e);
        }
    }

    private static ModelCard card(Provider provider, JsonNode model, String place) throws CatalogueException {
        String id = model.path("id").asString("").strip();
        if (id.isEmpty()) {
            throw new CatalogueException("The model of %s has no id.".formatted(place));
        }
        int context = model.path("context_window").asInt(0);
        int output = model.path("max_output").asInt(Math.min(USUAL_OUTPUT, Math.max(1, context)));
        if (context < 1 || output < 1) {
            throw new CatalogueException("%s (%s) has no context_window or max_output above 0.".formatted(id, place));
        }
        Set<Ability> abilities = EnumSet.noneOf(Ability.class);
        model.path("capabilities")
                .forEach(ability -> Ability.of(ability.asString("")).ifPresent(abilities::add));
        List<String> useFor = new ArrayList<>();
        model.path("use_for").forEach(kind -> useFor.add(kind.asString("")));
        return new ModelCard(
                provider, id, model.path("name").asString(id), context, output, abilities, price(model, id), useFor);
    }

    private static @Nullable Price price(JsonNode model, String id) throws CatalogueException {
        JsonNode price = model.path("price");
        if (price.isObject()) {
            BigDecimal input = amount(price.path("input"), BigDecimal.ZERO, id);
            return new Price(
                    input,
                    amount(price.path("cached"), input, id),
                    amount(price.path("cache_creation"), input, id),
                    amount(price.path("output"), BigDecimal.ZERO, id));
        }
        if (model.hasNonNull("cost_per_1k_tokens")) {
            BigDecimal all = amount(model.path("cost_per_1k_tokens"), BigDecimal.ZERO, id)
                    .multiply(THOUSAND);
            return new Price(all, all, all, all);
        }
        return null;
    }

    private static BigDecimal amount(JsonNode number, BigDecimal otherwise, String id) throws CatalogueException {
        if (number.isMissingNode() || number.isNull()) {
            return otherwise;
        }
        if (!number.isNumber() || number.decimalValue().signum() < 0) {
            throw new CatalogueException("The price of %s is no number from 0 up: %s.".formatted(id, number));
        }
        return number.decimalValue();
    }
}
