package io.atmoshub.providers.http;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// When a provider wants to be asked again: in seconds, at a time, or, as some say it, in milliseconds.
final class RetryAfter {
    private RetryAfter() {}

    static Optional<Duration> in(HttpHeaders headers, Clock clock) {
        return headers.firstValue("retry-after-ms")
                .flatMap(value -> time(value, 1))
                .or(() -> headers.firstValue("retry-after")
                        .flatMap(value -> time(value, 1000).or(() -> until(value, clock))));
    }

    private static Optional<Duration> time(String value, int millis) {
        try {
            double number = Double.parseDouble(value.strip()) * millis;
            return number >= 0 && number < 1e10
                    ? Optional.of(Duration.ofMillis((long) Math.ceil(number)))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> until(String value, Clock clock) {
        try {
            Instant then = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), then);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
