package io.atmoshub.toolchain.fetch;

import io.atmoshub.toolchain.ToolchainException;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads from an answer whether asking again helps, and when.
final class Trouble {
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);

    private Trouble() {}

    static boolean passing(int status, HttpHeaders headers) {
        // Who tells why it has nothing from elsewhere has been patient itself.
        boolean final502 = status == 502 && Refusal.told(headers);
        return (PASSING.contains(status) && !final502)
                || (status == 403 && (limited(headers) || retryAfter(headers).isPresent()));
    }

    /// How long the server asks us to wait, if it says so.
    static Optional<Duration> wait(HttpHeaders headers) {
        Optional<Duration> asked = retryAfter(headers);
        return asked.isPresent() || !limited(headers) ? asked : reset(headers).map(Trouble::until);
    }

    /// GitHub counts questions by the hour. When the hour is far, waiting is nothing a person would do.
    static ToolchainException rateLimit(URI address, HttpHeaders headers) {
        String again = reset(headers)
                .or(() -> retryAfter(headers).map(Instant.now()::plus))
                .map(at -> " before "
                        + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                                .withZone(ZoneId.systemDefault())
                                .format(at))
                .orElse("");
        String limit = headers.firstValue("x-ratelimit-limit")
                .map(" (%s an hour)"::formatted)
                .orElse("");
        return new ToolchainException(
                "%s answers no more questions%s%s.".formatted(WebRules.host(address), again, limit),
                "Set ATMOS_GITHUB_TOKEN (or GITHUB_TOKEN), which allows thousands an hour; what is in the lock file or"
                        + " the cache needs none.");
    }

    static boolean limited(HttpHeaders headers) {
        return headers.firstValue("x-ratelimit-remaining").filter("0"::equals).isPresent();
    }

    static String hint(int status) {
        return switch (status) {
            case 401, 403 -> "Whoever asks may not have it: check ATMOS_GITHUB_TOKEN and your proxy.";
            case 404, 410 -> "There is no such file, or it is private: check the version, and ATMOS_GITHUB_TOKEN.";
            case 407 -> "The proxy wants to know who asks: put name and password into HTTPS_PROXY.";
            default -> "Try again later; the server has a problem.";
        };
    }

    static ToolchainException unreachable(URI address, IOException cause) {
        return new ToolchainException(
                "%s can't be reached: %s.".formatted(WebRules.shown(address), why(cause)),
                "Check the network and HTTPS_PROXY; what is in the cache also works with --offline.",
                cause);
    }

    private static String why(IOException cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof UnresolvedAddressException || at instanceof UnknownHostException) {
                return "nobody here knows its host, as without a network";
            }
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    private static Optional<Instant> reset(HttpHeaders headers) {
        return headers.firstValue("x-ratelimit-reset")
                .filter(text -> text.matches("\\d{1,12}"))
                .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
    }

    private static Optional<Duration> retryAfter(HttpHeaders headers) {
        return headers.firstValue("retry-after").map(String::strip).flatMap(text -> {
            if (text.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            try {
                return Optional.of(until(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant()));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    private static Duration until(Instant moment) {
        Duration left = Duration.between(Instant.now(), moment);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
