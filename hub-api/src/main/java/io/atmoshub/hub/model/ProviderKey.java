package io.atmoshub.hub.model;

import org.jspecify.annotations.Nullable;

/// That there is a key, how it ends, and which environment variable it comes from, where an admin did not give it.
/// The key itself never leaves the server.
public record ProviderKey(String end, @Nullable String variable) {
    private static final int SHOWN = 4;
    private static final int LONG_ENOUGH = 16;

    /// The last four characters; none of a key that is short.
    public static String endOf(String key) {
        return key.length() < LONG_ENOUGH ? "" : key.substring(key.length() - SHOWN);
    }
}
