package io.atmoshub.cli.ai;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.model.ModelOffer;
import io.atmoshub.hub.session.Session;
import org.jspecify.annotations.Nullable;

/// The model that `--provider` and `--model` name: by one of them, by both, or by `provider/model`.
record WantedModel(@Nullable String provider, @Nullable String model) {

    boolean any() {
        return provider != null || model != null;
    }

    /// The session, in which from now on this model answers.
    Session chosenIn(Hub hub, Session session) {
        if (!any()) {
            return session;
        }
        ModelOffer offer = hub.models().offered().stream()
                .filter(this::isMeant)
                .findFirst()
                .orElseThrow(() -> new HubException(
                        ErrorCode.NOT_FOUND,
                        "The hub offers no such model (%s).".formatted(words()),
                        "See which there are with: atmos ai models"));
        return offer.ref().equals(session.model()) ? session : hub.sessions().choose(session.id(), offer.ref());
    }

    private boolean isMeant(ModelOffer offer) {
        return (provider == null || offer.ref().provider().equals(provider))
                && (model == null
                        || offer.ref().model().equals(model)
                        || offer.ref().value().equals(model)
                        || offer.name().equalsIgnoreCase(model));
    }

    private String words() {
        return provider == null ? String.valueOf(model) : model == null ? provider : provider + "/" + model;
    }
}
