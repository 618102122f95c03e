package io.atmoshub.hub.testing;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.model.ConnectionTest;
import io.atmoshub.hub.model.ModelOffer;
import io.atmoshub.hub.model.ModelPrice;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.model.Models;
import io.atmoshub.hub.model.ProviderChange;
import io.atmoshub.hub.model.ProviderKey;
import io.atmoshub.hub.model.ProviderSetup;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.token.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The models of the hub in memory: it asks nobody, but keeps what is set. Of models it knows one.
record ModelsInMemory(Organisation org, WayIn way) implements Models {
    private static final ProviderChange UNSET = new ProviderChange(
            false,
            null,
            null,
            null,
            List.of(),
            null,
            ProviderChange.USUAL_MAX_TOKENS,
            ProviderChange.USUAL_TIMEOUT_SECONDS,
            ProviderChange.USUAL_RETRIES);
    private static final Map<String, String> TITLES = new LinkedHashMap<>();
    private static final String KNOWN = "claude-sonnet-4-5-20250929";

    static {
        TITLES.put("anthropic", "Anthropic");
        TITLES.put("openai", "OpenAI");
        TITLES.put("ollama", "Ollama");
    }

    @Override
    public List<ModelOffer> offered() {
        return org.locked(() -> {
            org.require(way, Role.VIEWER, Scope.READ);
            return offers(org);
        });
    }

    static List<ModelOffer> offers(Organisation org) {
        List<ModelOffer> offers = new ArrayList<>();
        TITLES.keySet().stream()
                .map(provider -> setup(org, provider))
                .filter(ProviderSetup::ready)
                .forEach(setup -> models(setup).forEach(model -> offers.add(offer(setup, model))));
        offers.add(ModelOffer.BUILT_IN);
        offers.stream()
                .filter(offer -> offer.ref().equals(org.defaultModel))
                .findFirst()
                .ifPresent(first -> {
                    offers.remove(first);
                    offers.addFirst(first);
                });
        return List.copyOf(offers);
    }

    private static List<String> models(ProviderSetup setup) {
        List<String> models = new ArrayList<>(setup.models());
        if (setup.defaultModel() != null) {
            models.remove(setup.defaultModel());
            models.addFirst(setup.defaultModel());
        }
        return models;
    }

    private static ModelOffer offer(ProviderSetup setup, String model) {
        ModelRef ref = ModelRef.of(setup.provider(), model);
        return model.equals(KNOWN)
                ? new ModelOffer(
                        ref,
                        "Claude Sonnet 4.5",
                        setup.title(),
                        200_000,
                        64_000,
                        List.of("tool_use", "vision", "prompt_caching", "thinking"),
                        new ModelPrice(
                                new BigDecimal("3"),
                                new BigDecimal("0.3"),
                                new BigDecimal("3.75"),
                                new BigDecimal("15")))
                : new ModelOffer(ref, model, setup.title(), 0, 0, List.of(), null);
    }

    @Override
    public List<ProviderSetup> providers() {
        return org.locked(() -> {
            org.require(way, Role.ADMIN, Scope.ADMIN);
            return TITLES.keySet().stream()
                    .map(provider -> setup(org, provider))
                    .toList();
        });
    }

    @Override
    public ProviderSetup set(String provider, ProviderChange change) {
        return org.locked(() -> {
            org.require(way, Role.ADMIN, Scope.ADMIN);
            known(provider);
            ProviderChange before = org.providers.getOrDefault(provider, UNSET);
            String kept = before.key() == null ? "" : before.key();
            if (change.key() == null && !kept.isEmpty() && !Objects.equals(before.baseUrl(), change.baseUrl())) {
                throw new HubException(
                        ErrorCode.INVALID_INPUT, "The key was given for another address.", "Give it again.");
            }
            org.providers.put(
                    provider,
                    new ProviderChange(
                            change.enabled(),
                            change.key() == null ? kept : change.key(),
                            change.baseUrl(),
                            change.region(),
                            change.models(),
                            change.defaultModel(),
                            change.maxTokens(),
                            change.timeoutSeconds(),
                            change.retries()));
            org.record(way, "model.provider", "provider", provider, known(provider), Map.of());
            return setup(org, provider);
        });
    }

    @Override
    public ConnectionTest test(String provider) {
        return org.locked(() -> {
            org.require(way, Role.ADMIN, Scope.ADMIN);
            known(provider);
            ProviderSetup setup = setup(org, provider);
            return setup.missing() == null
                    ? new ConnectionTest(true, "%s answered.".formatted(setup.title()), "")
                    : new ConnectionTest(false, setup.missing(), "Give what is missing.");
        });
    }

    @Override
    public ModelOffer makeDefault(ModelRef model) {
        return org.locked(() -> {
            org.require(way, Role.ADMIN, Scope.ADMIN);
            ModelOffer offer = offered(org, model);
            org.defaultModel = model;
            org.record(way, "model.default", "model", model, offer.name(), Map.of());
            return offer;
        });
    }

    static ModelOffer offered(Organisation org, ModelRef model) {
        return offers(org).stream()
                .filter(offer -> offer.ref().equals(model))
                .findFirst()
                .orElseThrow(() -> new HubException(
                        ErrorCode.INVALID_INPUT, "No model %s is offered.".formatted(model), "Look at the list."));
    }

    private static String known(String provider) {
        String title = TITLES.get(provider);
        if (title == null) {
            throw Organisation.notFound("provider", provider);
        }
        return title;
    }

    private static ProviderSetup setup(Organisation org, String provider) {
        ProviderChange set = org.providers.getOrDefault(provider, UNSET);
        boolean claude = provider.equals("anthropic");
        String key = set.key() == null ? "" : set.key();
        List<String> models = set.models().isEmpty() && claude ? List.of(KNOWN) : set.models();
        return new ProviderSetup(
                provider,
                known(provider),
                set.enabled(),
                missing(provider, key, models),
                key.isEmpty() ? null : new ProviderKey(ProviderKey.endOf(key), null),
                set.baseUrl(),
                "https://%s.test".formatted(provider),
                set.region(),
                models,
                set.defaultModel() == null && !models.isEmpty() ? models.getFirst() : set.defaultModel(),
                set.models(),
                set.defaultModel(),
                set.maxTokens(),
                set.timeoutSeconds(),
                set.retries(),
                Map.of());
    }

    private static @Nullable String missing(String provider, String key, List<String> models) {
        if (key.isEmpty() && !provider.equals("ollama")) {
            return "It needs a key.";
        }
        return models.isEmpty() ? "It needs the name of a model." : null;
    }
}
