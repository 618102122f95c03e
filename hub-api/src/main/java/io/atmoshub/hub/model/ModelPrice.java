package io.atmoshub.hub.model;

import java.math.BigDecimal;

/// What a million tokens of each kind cost, in US dollars.
public record ModelPrice(BigDecimal input, BigDecimal cached, BigDecimal cacheCreation, BigDecimal output) {}
