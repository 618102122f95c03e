package io.atmoshub.server.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.LoginName;
import io.atmoshub.hub.people.NewPerson;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.token.NewToken;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.token.TokenName;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.testing.TestDatabase;
import io.atmoshub.server.testing.TestIdentity;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpiryTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsStillGoodStays() throws SQLException {
        everyKindOnce();

        assertThat(expiryAfter(Duration.ofHours(20)).clear()).isZero();

        assertThat(rows("sign_in")).isOne();
        assertThat(rows("access_token")).isOne();
        assertThat(rows("invitation")).isOne();
        assertThat(rows("sign_in_failure")).isEqualTo(2);
    }

    @Test
    void whatHasExpiredGoesKindByKind() throws SQLException {
        everyKindOnce();

        // Two rows of guesses, by name and by address, and a token for a day.
        assertThat(expiryAfter(Duration.ofHours(25)).clear()).isEqualTo(3);
        assertThat(rows("access_token")).isZero();
        assertThat(rows("sign_in_failure")).isZero();
        // An invitation is good for a week.
        assertThat(expiryAfter(Duration.ofDays(8)).clear()).isOne();
        assertThat(rows("invitation")).isZero();
        // A sign-in that nobody used.
        assertThat(expiryAfter(Duration.ofDays(31)).clear()).isOne();
        assertThat(rows("sign_in")).isZero();
        assertThat(rows("person")).as("people stay").isEqualTo(2);
    }

    private void everyKindOnce() {
        var identity = new TestIdentity(database.tx(), at(Duration.ZERO));
        Caller admin = identity.caller("olga", "Olga", Role.ADMIN);
        identity.tokens.as(admin).issue(new NewToken(new TokenName("laptop"), Set.of(Scope.READ), 1));
        identity.people.as(admin).invite(new NewPerson(new LoginName("pia"), new DisplayName("Pia"), Role.MEMBER));
        identity.backOff.charge("olga", "192.0.2.1");
    }

    private Expiry expiryAfter(Duration time) {
        return new Expiry(database.tx(), at(time));
    }

    private static Clock at(Duration later) {
        return Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
    }

    private long rows(String table) throws SQLException {
        try (var connection = database.logins().connectAsOwner();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
