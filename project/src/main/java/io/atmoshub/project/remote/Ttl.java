package io.atmoshub.project.remote;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How long a copy may be used: `90` (seconds), `30m`, `12h`, `7d`, or `hourly`, `daily` and the like.
public final class Ttl {
    private static final Map<String, Duration> WORDS = Map.of(
            "minute", Duration.ofMinutes(1),
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "weekly", Duration.ofDays(7),
            "monthly", Duration.ofDays(30),
            "yearly", Duration.ofDays(365));

    private Ttl() {}

    /// Nothing when it is no time.
    public static Optional<Duration> of(String text) {
        String plain = text.strip();
        Duration word = WORDS.get(plain);
        if (word != null) {
            return Optional.of(word);
        }
        if (!plain.matches("\\d{1,8}[smhd]?")) {
            return Optional.empty();
        }
        char unit = plain.charAt(plain.length() - 1);
        long number = Long.parseLong(plain.replaceAll("\\D", ""));
        return Optional.of(
                switch (unit) {
                    case 'm' -> Duration.ofMinutes(number);
                    case 'h' -> Duration.ofHours(number);
                    case 'd' -> Duration.ofDays(number);
                    default -> Duration.ofSeconds(number);
                });
    }
}
