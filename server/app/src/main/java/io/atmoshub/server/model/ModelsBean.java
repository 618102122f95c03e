package io.atmoshub.server.model;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.model.ConnectionTest;
import io.atmoshub.hub.model.ModelOffer;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.model.Models;
import io.atmoshub.hub.model.ProviderChange;
import io.atmoshub.hub.model.ProviderKey;
import io.atmoshub.hub.model.ProviderSetup;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.providers.Provider;
import io.atmoshub.providers.ProviderSettings;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.audit.AuditObject;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Tx;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The models, for one caller.
final class ModelsBean implements Models {
    private final Caller caller;
    private final Tx tx;
    private final Access access;
    private final Audit audit;
    private final HubModels models;
    private final KeySeal seal;

    ModelsBean(Caller caller, Tx tx, Access access, Audit audit, HubModels models, KeySeal seal) {
        this.caller = caller;
        this.tx = tx;
        this.access = access;
        this.audit = audit;
        this.models = models;
        this.seal = seal;
    }

    @Override
    public List<ModelOffer> offered() {
        return tx.call(em -> {
            access.require(em, caller, Role.VIEWER, Scope.READ);
            return models.offers(em);
        });
    }

    @Override
    public List<ProviderSetup> providers() {
        return tx.call(em -> {
            admin(em);
            return models.all(em).stream().map(ProviderInUse::setup).toList();
        });
    }

    @Override
    public ProviderSetup set(String id, ProviderChange change) {
        return tx.call(em -> {
            admin(em);
            Provider provider = known(id);
            @Nullable ProviderRow before = ProviderRow.all(em).get(provider);
            ProviderRow after = changed(em, provider, before, change);
            after.write(em);
            audit.record(
                    em,
                    caller,
                    "model.provider",
                    new AuditObject("provider", provider.id(), provider.title()),
                    Audit.OK,
                    detail(change));
            return one(em, provider).setup();
        });
    }

    private ProviderRow changed(
            EntityManager em, Provider provider, @Nullable ProviderRow before, ProviderChange change) {
        String key = change.key();
        if (key != null) {
            @Nullable
            String sealed = key.isEmpty() ? null : seal.seal(em, key, ProviderRow.boundTo(provider, change.baseUrl()));
            return new ProviderRow(provider, change, sealed, ProviderKey.endOf(key));
        }
        if (before == null || before.sealedKey() == null) {
            return new ProviderRow(provider, change, null, "");
        }
        if (!Objects.equals(before.set().baseUrl(), change.baseUrl())) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "The key of %s was given for another address, and goes nowhere else.".formatted(provider.title()),
                    "Give the key again together with the new address.");
        }
        return new ProviderRow(provider, change, before.sealedKey(), before.keyEnd());
    }

    /// What was set, and that a key was; never the key.
    private static Map<String, String> detail(ProviderChange change) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("enabled", Boolean.toString(change.enabled()));
        detail.put("baseUrl", Objects.requireNonNullElse(change.baseUrl(), ""));
        detail.put("models", String.join(" ", change.models()));
        detail.put("defaultModel", Objects.requireNonNullElse(change.defaultModel(), ""));
        detail.put("maxTokens", Integer.toString(change.maxTokens()));
        detail.put("key", change.key() == null ? "kept" : change.key().isEmpty() ? "removed" : "given");
        return detail;
    }

    @Override
    public ConnectionTest test(String id) {
        // Nobody's transaction waits for a provider.
        Supplier<ConnectionTest> trial = tx.call(em -> {
            admin(em);
            ProviderInUse provider = one(em, known(id));
            ProviderSetup setup = provider.setup();
            if (setup.missing() != null) {
                ConnectionTest failed = new ConnectionTest(
                        false, "%s: %s".formatted(setup.title(), setup.missing()), "Give it, save, and test again.");
                return () -> failed;
            }
            try {
                ProviderSettings settings = models.settings(em, provider, Objects.requireNonNull(setup.defaultModel()));
                return () -> Trial.of(settings);
            } catch (IllegalArgumentException e) {
                ConnectionTest failed = new ConnectionTest(
                        false, Objects.requireNonNullElse(e.getMessage(), "It is not set up."), "Give the key again.");
                return () -> failed;
            }
        });
        return trial.get();
    }

    @Override
    public ModelOffer makeDefault(ModelRef model) {
        return tx.call(em -> {
            admin(em);
            ModelOffer offer = models.offered(em, model);
            models.makeDefault(em, model);
            audit.record(
                    em,
                    caller,
                    "model.default",
                    new AuditObject("model", model.value(), offer.name()),
                    Audit.OK,
                    Map.of());
            return offer;
        });
    }

    private void admin(EntityManager em) {
        access.require(em, caller, Role.ADMIN, Scope.ADMIN);
    }

    private ProviderInUse one(EntityManager em, Provider provider) {
        return models.all(em).stream()
                .filter(one -> one.provider() == provider)
                .findFirst()
                .orElseThrow();
    }

    private static Provider known(String id) {
        return Provider.of(id)
                .orElseThrow(() -> new HubException(
                        ErrorCode.NOT_FOUND,
                        "There is no provider \"%s\".".formatted(id),
                        "There are anthropic, openai, gemini, grok, ollama, bedrock and azureopenai."));
    }
}
