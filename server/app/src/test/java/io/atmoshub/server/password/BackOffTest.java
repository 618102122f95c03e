package io.atmoshub.server.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.server.database.Sql;
import io.atmoshub.server.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void fiveAttemptsOnANameAreFreeThenWaitsDouble() {
        for (int i = 0; i < 6; i++) {
            assertThat(at(0).charge("ana", "192.0.2." + i)).isZero();
        }
        assertThat(at(0).charge("ana", "192.0.2.100")).isEqualTo(Duration.ofSeconds(1));
        assertThat(at(1).charge("ana", "192.0.2.100")).isZero();
        assertThat(at(1).charge("ana", "192.0.2.101")).isEqualTo(Duration.ofSeconds(2));
        assertThat(at(1).charge("ben", "192.0.2.101")).isZero();
    }

    @Test
    void theRightPasswordForgivesTheName() {
        for (int i = 0; i < 6; i++) {
            at(0).charge("cleo", "192.0.2." + (50 + i));
        }

        at(0).forgive("cleo", "192.0.2.55");

        assertThat(at(0).charge("cleo", "192.0.2.56")).isZero();
    }

    @Test
    void anAddressThatTriesManyNamesWaitsToo() {
        for (int i = 0; i < 21; i++) {
            assertThat(at(0).charge("name" + i, "203.0.113.5")).isZero();
        }
        assertThat(at(0).charge("yet-another", "203.0.113.5")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void allAddressesOfAnIpv6NetworkAreOne() {
        for (int i = 0; i < 21; i++) {
            assertThat(at(0).charge("six" + i, "2001:db8:1:2::" + Integer.toHexString(i + 1)))
                    .isZero();
        }
        assertThat(at(0).charge("six-more", "2001:db8:1:2:ffff::1")).isPositive();
        assertThat(at(0).charge("six-more", "2001:db8:1:3::1")).isZero();
    }

    @Test
    void anHourOfQuietIsForgotten() {
        for (int i = 0; i < 6; i++) {
            at(0).charge("dora", "198.51.100." + i);
        }

        assertThat(at(3_700).charge("dora", "198.51.100.90")).isZero();
        assertThat(at(3_700).charge("dora", "198.51.100.91")).isZero();
    }

    @Test
    void anAddressThatHasToWaitLeavesNoRowForNamesItMakesUp() {
        for (int i = 0; i < 21; i++) {
            at(0).charge("made-up" + i, "203.0.113.77");
        }
        long before = rows();

        for (int i = 0; i < 10; i++) {
            assertThat(at(0).charge("more-made-up" + i, "203.0.113.77")).isPositive();
        }

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void manyGuessesAtOnceCountLikeOneAfterTheOther() throws Exception {
        List<Callable<Duration>> guesses = IntStream.range(0, 20)
                .<Callable<Duration>>mapToObj(i -> () -> at(0).charge("eve", "198.51.100.20" + i % 10))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            long let = 0;
            for (Future<Duration> guess : threads.invokeAll(guesses)) {
                let += guess.get().isZero() ? 1 : 0;
            }
            assertThat(let).isEqualTo(6);
        }
    }

    private static long rows() {
        Optional<Long> count =
                database.tx().call(em -> Sql.first(em, "select count(*) from sign_in_failure", row -> row.getLong(1)));
        return count.orElseThrow();
    }

    private static BackOff at(long seconds) {
        return new BackOff(database.tx(), Clock.fixed(NOW.plusSeconds(seconds), ZoneOffset.UTC));
    }
}
