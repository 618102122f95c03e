package io.atmoshub.providers.catalogue;

import io.atmoshub.assistant.model.Usage;
import java.math.BigDecimal;
import java.util.List;

/// What a million tokens of each kind cost, in US dollars.
public record Price(BigDecimal input, BigDecimal cached, BigDecimal cacheCreation, BigDecimal output) {
    private static final int MILLION = 6;

    public Price {
        for (BigDecimal part : List.of(input, cached, cacheCreation, output)) {
            if (part.signum() < 0) {
                throw new IllegalArgumentException("a price below nothing: " + part);
            }
        }
    }

    /// Exactly, in dollars.
    public BigDecimal of(Usage usage) {
        return times(input, usage.input())
                .add(times(cached, usage.cached()))
                .add(times(cacheCreation, usage.cacheCreation()))
                .add(times(output, usage.output()))
                .movePointLeft(MILLION);
    }

    private static BigDecimal times(BigDecimal price, long tokens) {
        return price.multiply(BigDecimal.valueOf(tokens));
    }
}
