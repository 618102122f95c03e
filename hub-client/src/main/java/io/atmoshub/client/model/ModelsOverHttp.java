package io.atmoshub.client.model;

import io.atmoshub.client.wire.Path;
import io.atmoshub.client.wire.Wire;
import io.atmoshub.hub.model.ConnectionTest;
import io.atmoshub.hub.model.ModelOffer;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.model.Models;
import io.atmoshub.hub.model.ProviderChange;
import io.atmoshub.hub.model.ProviderSetup;
import java.util.List;
import java.util.Map;

/// The models that can answer, and their providers.
public record ModelsOverHttp(Wire wire) implements Models {
    @Override
    public List<ModelOffer> offered() {
        return wire.list(Path.of("models"), ModelOffer.class);
    }

    @Override
    public List<ProviderSetup> providers() {
        return wire.list(Path.of("providers"), ProviderSetup.class);
    }

    @Override
    public ProviderSetup set(String provider, ProviderChange change) {
        return wire.put(Path.of("providers", provider), change, ProviderSetup.class);
    }

    @Override
    public ConnectionTest test(String provider) {
        return wire.postForNew(Path.of("providers", provider, "test"), ConnectionTest.class);
    }

    @Override
    public ModelOffer makeDefault(ModelRef model) {
        return wire.put(Path.of("models", "default"), Map.of("model", model), ModelOffer.class);
    }
}
