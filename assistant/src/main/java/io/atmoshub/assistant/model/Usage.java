package io.atmoshub.assistant.model;

/// What one turn of a model used, in tokens, counted alike for every provider: the four parts have nothing in
/// common, so each is paid at its own price and their sum is all there was.
///
/// `input` was read and not cached, `cached` came out of the provider's cache, `cacheCreation` was read and put
/// into it, `output` was written, thinking included. Estimated when the turn ended before the provider told.
public record Usage(
        String provider, String model, long input, long cached, long cacheCreation, long output, boolean estimated) {
    public Usage {
        if (input < 0 || cached < 0 || cacheCreation < 0 || output < 0) {
            throw new IllegalArgumentException(
                    "tokens below zero: %d, %d, %d, %d".formatted(input, cached, cacheCreation, output));
        }
    }

    public long total() {
        return input + cached + cacheCreation + output;
    }
}
