package io.atmoshub.providers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.model.Usage;
import io.atmoshub.providers.Loopback;
import io.atmoshub.providers.Provider;
import io.atmoshub.providers.http.Patience;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {
    private static final Patience QUICK =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), 0, Duration.ofMillis(10), Duration.ofMillis(10));

    @ParameterizedTest
    @EnumSource(Provider.class)
    void theShippedOneKnowsModelsOfEveryProvider(Provider provider) {
        assertThat(Catalogue.shipped().of(provider)).isNotEmpty().allSatisfy(card -> {
            assertThat(card.price()).as(card.id()).isNotNull();
            assertThat(card.useFor()).as(card.id()).isNotEmpty();
            assertThat(card.maxOutput()).as(card.id()).isLessThanOrEqualTo(card.contextWindow());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, gpt-4o, gpt-4o",
        "OPENAI, gpt-4o-2024-11-20, gpt-4o",
        "OPENAI, gpt-4o-mini-2024-07-18, gpt-4o-mini",
        "GEMINI, models/gemini-2.5-pro, gemini-2.5-pro",
        "BEDROCK, eu.anthropic.claude-sonnet-4-20250514-v1:0, anthropic.claude-sonnet-4-20250514-v1:0",
        "OLLAMA, llama3.1:8b, llama3.1:8b",
    })
    void aModelIsFoundUnderTheNamesThatPeopleUse(Provider provider, String model, String id) {
        assertThat(Catalogue.shipped().find(provider, model)).map(ModelCard::id).contains(id);
    }

    @Test
    void aModelThatIsNotThereIsNotFound() {
        assertThat(Catalogue.shipped().find(Provider.OPENAI, "gpt-4omega")).isEmpty();
        assertThat(Catalogue.shipped().find(Provider.ANTHROPIC, "gpt-4o")).isEmpty();
    }

    @Test
    void aPriceIsExact() {
        Price price = Catalogue.shipped()
                .find(Provider.ANTHROPIC, "claude-sonnet-4-20250514")
                .orElseThrow()
                .price();

        // 12 at 3 dollars, 4000 at 0.30, 300 at 3.75, 56 at 15, each for a million.
        assertThat(price.of(new Usage("anthropic", "claude-sonnet-4-20250514", 12, 4000, 300, 56, false)))
                .isEqualByComparingTo(new BigDecimal("0.003201"));
    }

    @Test
    void theSimplerFormatIsReadToo() throws Exception {
        Catalogue catalogue = Catalogue.parse("""
                {"providers": [
                  {"name": "somebody-new", "models": [{"id": "x"}]},
                  {"name": "anthropic", "models": [{"id": "claude-next", "name": "Claude Next", "context_window": 200000,
                    "capabilities": ["tool_use", "vision", "telepathy"], "cost_per_1k_tokens": 0.003}]}
                 ], "last_updated": "2025-10-23T00:00:00Z"}""");

        assertThat(catalogue.updated()).isEqualTo(Instant.parse("2025-10-23T00:00:00Z"));
        assertThat(catalogue.models()).singleElement().satisfies(card -> {
            assertThat(card.abilities()).containsExactlyInAnyOrder(Ability.TOOLS, Ability.VISION);
            assertThat(card.price().output()).isEqualByComparingTo("3");
        });
    }

    @Test
    void aNewerOneReplacesAndAdds() throws Exception {
        Catalogue shipped = Catalogue.shipped();
        Catalogue newer = Catalogue.parse("""
                {"last_updated": "2030-01-01T00:00:00Z", "providers": [{"name": "openai", "models": [
                  {"id": "gpt-4o", "context_window": 1, "price": {"input": 1, "output": 2}},
                  {"id": "gpt-9", "context_window": 9}]}]}""");

        Catalogue both = shipped.updatedBy(newer);

        assertThat(both.models()).hasSize(shipped.models().size() + 1);
        assertThat(both.updated()).isEqualTo(newer.updated());
        assertThat(both.find(Provider.OPENAI, "gpt-4o"))
                .map(ModelCard::contextWindow)
                .contains(1);
        assertThat(both.find(Provider.OPENAI, "gpt-9")).map(ModelCard::price).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"providers\": [                                                     | line 1, column",
                "{}                                                                    | has no list \"providers\"",
                "{\"providers\":[],\"last_updated\":\"soon\"}                          | this is \"soon\"",
                "{\"providers\":[{\"name\":\"openai\",\"models\":[{}]}]}               | openai, model 1 has no id",
                "{\"providers\":[{\"name\":\"openai\",\"models\":[{\"id\":\"a\"}]}]}   | a (openai, model 1) has no context_window",
                "{\"providers\":[{\"name\":\"openai\",\"models\":[{\"id\":\"a\",\"context_window\":9,\"price\":{\"input\":-1}}]}]} | price of a",
            })
    void whatCantBeReadIsToldWithItsPlace(String json, String sentence) {
        assertThatThrownBy(() -> Catalogue.parse(json))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining(sentence.strip());
    }

    @Test
    void aNewerOneIsFetchedFromAnAddress() throws Exception {
        try (Loopback loopback = new Loopback()) {
            loopback.play(exchange -> exchange.refuse(
                    200,
                    Map.of(),
                    "{\"providers\":[{\"name\":\"openai\",\"models\":[{\"id\":\"gpt-9\",\"context_window\":9}]}]}"));

            Catalogue fetched = Catalogue.fetch(loopback.address().resolve("/models.json"), QUICK, Cancellation.NEVER);

            assertThat(fetched.models()).extracting(ModelCard::id).containsExactly("gpt-9");
            assertThat(loopback.received().getFirst().line()).startsWith("GET /models.json");
        }
    }

    @Test
    void anAddressWithoutACatalogueIsToldAsOne() throws Exception {
        try (Loopback loopback = new Loopback()) {
            loopback.play(exchange -> exchange.refuse(404, Map.of(), "nothing"));

            assertThatThrownBy(() -> Catalogue.fetch(loopback.address(), QUICK, Cancellation.NEVER))
                    .isInstanceOf(CatalogueException.class)
                    .hasMessageContaining(loopback.address().toString())
                    .hasMessageContaining("404");
        }
    }
}
