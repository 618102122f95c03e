package io.atmoshub.client.session;

import java.time.Duration;

/// How long a feed bears silence, rests between attempts, and goes on trying.
record Patience(Duration silence, Duration firstWait, Duration longestWait, Duration giveUp) {
    static final Patience USUAL =
            new Patience(Duration.ofSeconds(45), Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofMinutes(3));
}
