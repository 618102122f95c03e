package io.atmoshub.web.model;

import io.atmoshub.hub.model.ModelOffer;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.web.face.Words;

/// A model in a list to choose from.
public final class Choice {
    private Choice() {}

    public static String label(ModelOffer offer) {
        return offer.ref().equals(ModelRef.BUILT_IN)
                ? Words.of("models.builtIn")
                : Words.of("models.of", offer.name(), offer.provider());
    }
}
