package io.atmoshub.hub.testing;

import io.atmoshub.hub.model.ModelRef;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a model is said to have used in a test; `cost` is what the hub's prices make of it, none where it has none.
public record Spending(
        ModelRef model,
        long input,
        long cached,
        long cacheCreation,
        long output,
        boolean estimated,
        @Nullable BigDecimal cost) {

    /// A million tokens read, and a hundred thousand written: 3 and 1.50 dollars.
    public static Spending sonnet() {
        return new Spending(
                new ModelRef("anthropic/claude-sonnet-4-5-20250929"),
                1_000_000,
                0,
                0,
                100_000,
                false,
                new BigDecimal("4.5"));
    }

    /// Of a model whose price nobody knows, cut off in the middle.
    public static Spending llama() {
        return new Spending(new ModelRef("ollama/llama3"), 500, 20, 3, 70, true, null);
    }
}
