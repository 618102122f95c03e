package io.atmoshub.server.model;

import io.atmoshub.assistant.builtin.BuiltInAssistant;
import io.atmoshub.assistant.model.Model;
import io.atmoshub.assistant.model.Usage;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.model.ModelOffer;
import io.atmoshub.hub.model.ModelPrice;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.providers.Provider;
import io.atmoshub.providers.ProviderModel;
import io.atmoshub.providers.ProviderSettings;
import io.atmoshub.providers.catalogue.Ability;
import io.atmoshub.providers.catalogue.Catalogue;
import io.atmoshub.providers.catalogue.ModelCard;
import io.atmoshub.providers.catalogue.Price;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.settings.Settings;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Which models there are, and which one answers in a session. Read from the database each time, so that what an
/// admin changes on one node holds on all; what is made of it is kept as long as nothing changes.
@Service
public final class HubModels {
    private static final String DEFAULT = "model.default";

    private record Made(ProviderSettings settings, Model model) {}

    private final Settings settings;
    private final KeySeal seal;
    private final Model builtIn = new BuiltInAssistant();
    private final Map<ModelRef, Made> made = new ConcurrentHashMap<>();

    /// Nobody pays for reading it before somebody asks.
    private static final class Shipped {
        static final Catalogue CATALOGUE = Catalogue.shipped();
    }

    @Inject
    public HubModels(Settings settings, KeySeal seal) {
        this.settings = settings;
        this.seal = seal;
    }

    /// The default first, then by provider.
    public List<ModelOffer> offers(EntityManager em) {
        List<ProviderInUse> providers = ready(em);
        List<ModelOffer> offers = new ArrayList<>();
        providers.forEach(one -> one.offered().forEach(ref -> offers.add(offer(one, ref))));
        offers.add(ModelOffer.BUILT_IN);
        Optional<ModelOffer> first = Stream.concat(settings.get("ATMOS_HUB_DEFAULT_MODEL").stream(), kept(em).stream())
                .flatMap(wanted -> offers.stream()
                        .filter(offer -> means(wanted, offer.ref()))
                        .limit(1))
                .findFirst();
        first.ifPresent(one -> {
            offers.remove(one);
            offers.addFirst(one);
        });
        return List.copyOf(offers);
    }

    /// Throws when it is not offered.
    public ModelOffer offered(EntityManager em, ModelRef model) {
        return offers(em).stream()
                .filter(offer -> offer.ref().equals(model))
                .findFirst()
                .orElseThrow(() -> new HubException(
                        ErrorCode.INVALID_INPUT,
                        "The hub offers no model \"%s\".".formatted(model),
                        "See which there are with: atmos ai models"));
    }

    /// What answers in a session: what was chosen for it, even if that can't answer any more; else the default.
    public Model answering(EntityManager em, SessionId session) {
        ModelRef wanted = Sql.first(
                        em,
                        "select model from session where id = ?",
                        row -> Optional.ofNullable(row.getString("model")),
                        session.value())
                .flatMap(chosen -> chosen)
                .map(ModelRef::new)
                .orElseGet(() -> offers(em).getFirst().ref());
        if (wanted.equals(ModelRef.BUILT_IN)) {
            return builtIn;
        }
        Optional<ProviderInUse> provider = ready(em).stream()
                .filter(one -> one.provider().id().equals(wanted.provider()))
                .findFirst();
        if (provider.isEmpty() || !provider.get().offered().contains(wanted)) {
            return new NoModel(
                    wanted.model(),
                    "The model %s was chosen for this session, and the hub does not offer it any more."
                            .formatted(wanted),
                    "Choose another model at the top of the session, or with: atmos ai ask --model");
        }
        return provider(em, provider.get(), wanted.model());
    }

    /// What it costs today, in US dollars; nothing where nobody knows a price.
    public Optional<BigDecimal> price(Usage usage) {
        return Provider.of(usage.provider())
                .flatMap(provider -> Shipped.CATALOGUE.find(provider, usage.model()))
                .map(ModelCard::price)
                .map(price -> price.of(usage));
    }

    void makeDefault(EntityManager em, ModelRef model) {
        Sql.update(
                em,
                "insert into hub_state (name, value) values (?, ?) on conflict (name) do update set value = excluded.value",
                DEFAULT,
                model.value());
    }

    List<ProviderInUse> all(EntityManager em) {
        Map<Provider, ProviderRow> rows = ProviderRow.all(em);
        return Stream.of(Provider.values())
                .map(provider -> new ProviderInUse(
                        provider, new ProviderVariables(provider, settings), rows.get(provider), Shipped.CATALOGUE))
                .toList();
    }

    /// How a model of a provider is asked, with its key in it.
    ProviderSettings settings(EntityManager em, ProviderInUse provider, String model) {
        return provider.settings(
                model,
                row -> row.sealedKey() == null ? Optional.empty() : seal.open(em, row.sealedKey(), row.boundTo()));
    }

    private Model provider(EntityManager em, ProviderInUse provider, String model) {
        try {
            ProviderSettings now = settings(em, provider, model);
            Made ready = made.compute(
                    ModelRef.of(provider.provider().id(), model),
                    (ref, before) -> before != null && before.settings().equals(now)
                            ? before
                            : new Made(now, new ProviderModel(now)));
            return Objects.requireNonNull(ready).model();
        } catch (IllegalArgumentException e) {
            return new NoModel(
                    model,
                    "%s is not set up: %s".formatted(provider.provider().title(), e.getMessage()),
                    "An admin can put that right on the Models page.");
        }
    }

    private List<ProviderInUse> ready(EntityManager em) {
        return all(em).stream().filter(one -> one.setup().ready()).toList();
    }

    private static Optional<String> kept(EntityManager em) {
        return Sql.first(em, "select value from hub_state where name = ?", row -> row.getString("value"), DEFAULT);
    }

    /// `anthropic`, `claude-sonnet-4-5` and both with a slash between them mean a model.
    private static boolean means(String wanted, ModelRef ref) {
        return wanted.equals(ref.value()) || wanted.equals(ref.provider()) || wanted.equals(ref.model());
    }

    private static ModelOffer offer(ProviderInUse provider, ModelRef ref) {
        Optional<ModelCard> card = provider.card(ref.model());
        return new ModelOffer(
                ref,
                card.filter(known -> known.id().equals(ref.model()))
                        .map(ModelCard::name)
                        .orElse(ref.model()),
                provider.provider().title(),
                card.map(ModelCard::contextWindow).orElse(0),
                card.map(ModelCard::maxOutput).orElse(0),
                card.stream()
                        .flatMap(known -> known.abilities().stream())
                        .sorted()
                        .map(Ability::id)
                        .toList(),
                card.map(ModelCard::price).map(HubModels::price).orElse(null));
    }

    private static ModelPrice price(Price price) {
        return new ModelPrice(price.input(), price.cached(), price.cacheCreation(), price.output());
    }
}
