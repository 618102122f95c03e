package io.atmoshub.providers.http;

import java.time.Duration;

/// How long to wait for a provider, and how often to try again: `silence` between two bytes and before the
/// first, `whole` for all of a turn, `retries` after a refusal that may pass, the first of them after
/// `firstDelay` and each later one after twice as long, unless the provider says when, and that is no later
/// than `longestDelay`.
public record Patience(Duration silence, Duration whole, int retries, Duration firstDelay, Duration longestDelay) {
    public static final Patience USUAL = new Patience(
            Duration.ofSeconds(60), Duration.ofMinutes(10), 3, Duration.ofSeconds(2), Duration.ofSeconds(30));

    public Patience {
        for (Duration time : new Duration[] {silence, whole, firstDelay, longestDelay}) {
            if (!time.isPositive()) {
                throw new IllegalArgumentException("A time-out is longer than nothing; this one is " + time + ".");
            }
        }
        if (retries < 0 || retries > 10) {
            throw new IllegalArgumentException("A request is repeated 0 to 10 times; this says %d.".formatted(retries));
        }
    }

    /// What to wait before the attempt after this many, with nothing said by the provider.
    Duration delayAfter(int attempts) {
        Duration delay = firstDelay.multipliedBy(1L << Math.min(attempts - 1, 10));
        return delay.compareTo(longestDelay) > 0 ? longestDelay : delay;
    }
}
