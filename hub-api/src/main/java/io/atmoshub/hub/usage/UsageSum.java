package io.atmoshub.hub.usage;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What some calls of models used together. `key` is the day, or the id of what they were summed up by, `name` what
/// people call it. The four kinds of tokens have nothing in common. `cost` is in US dollars, as prices were when it was
/// spent, without the `unpriced` calls, whose price nobody knew; `estimated` counts the calls of which the provider
/// told
/// no numbers. `firstWordMillis` is how long the first word took on the average.
public record UsageSum(
        String key,
        String name,
        long calls,
        long input,
        long cached,
        long cacheCreation,
        long output,
        BigDecimal cost,
        long unpriced,
        long estimated,
        @Nullable Long firstWordMillis) {
    public static UsageSum none(String key, String name) {
        return new UsageSum(key, name, 0, 0, 0, 0, 0, BigDecimal.ZERO, 0, 0, null);
    }

    public long tokens() {
        return input + cached + cacheCreation + output;
    }
}
