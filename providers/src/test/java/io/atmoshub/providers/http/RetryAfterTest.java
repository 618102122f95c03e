package io.atmoshub.providers.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "retry-after, 20, 20000",
        "retry-after, 0, 0",
        "Retry-After, 1.5, 1500",
        "retry-after-ms, 250, 250",
        "retry-after, 'Sat, 21 Nov 2026 12:01:00 GMT', 60000",
        "retry-after, 'Sat, 21 Nov 2026 11:00:00 GMT', 0",
    })
    void itIsSecondsOrATimeOrMilliseconds(String name, String value, long millis) {
        assertThat(RetryAfter.in(headers(name, value), NOON)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"retry-after, soon", "retry-after, -1", "retry-after, 1e300", "other, 5"})
    void nonsenseIsNothing(String name, String value) {
        assertThat(RetryAfter.in(headers(name, value), NOON)).isEmpty();
    }

    @Test
    void withoutAWordDelaysDoubleUpToALimit() {
        Patience patience = new Patience(
                Duration.ofSeconds(1), Duration.ofSeconds(1), 3, Duration.ofSeconds(2), Duration.ofSeconds(30));

        assertThat(List.of(
                        patience.delayAfter(1),
                        patience.delayAfter(2),
                        patience.delayAfter(3),
                        patience.delayAfter(5),
                        patience.delayAfter(500)))
                .containsExactly(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30));
    }

    @Test
    void patienceWithoutTimeOrWithoutEndIsRefused() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new Patience(Duration.ZERO, second, 1, second, second))
                .hasMessageContaining("longer than nothing");
        assertThatThrownBy(() -> new Patience(second, second, 11, second, second))
                .hasMessageContaining("0 to 10 times");
    }

    private static HttpHeaders headers(String name, String value) {
        return HttpHeaders.of(Map.of(name, List.of(value)), (_, _) -> true);
    }
}
