package io.atmoshub.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.people.Role;
import io.atmoshub.server.password.Passwords;
import io.atmoshub.server.settings.Settings;
import io.atmoshub.server.testing.TestDatabase;
import io.atmoshub.server.testing.TestIdentity;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstAdminTest {
    private TestDatabase database;
    private TestIdentity identity;

    @BeforeEach
    void open() {
        database = new TestDatabase();
        identity = new TestIdentity(database.tx());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEmptyHubGetsAnAdminWithTheGivenPassword() {
        firstAdmin(Map.of(FirstAdmin.PASSWORD, "first password")).createIfNobody();

        var admin = identity.signIn("admin", "first password");
        var me = identity.accounts.as(admin).me().person();
        assertThat(me.role()).isEqualTo(Role.ADMIN);
        assertThat(me.joined()).isTrue();
    }

    @Test
    void aLaterStartChangesNothing() {
        firstAdmin(Map.of(FirstAdmin.PASSWORD, "first password")).createIfNobody();
        firstAdmin(Map.of(FirstAdmin.PASSWORD, "another password")).createIfNobody();

        assertThat(identity.signIn("admin", "first password")).isNotNull();
    }

    @Test
    void withoutAPasswordNobodyIsMade() {
        firstAdmin(Map.of()).createIfNobody();

        assertThat(database.tx().call(identity.credentials::nobodyYet)).isTrue();
    }

    @Test
    void twoNodesThatStartAtOnceMakeOneAdmin() throws Exception {
        Callable<Boolean> start = () -> {
            firstAdmin(Map.of(FirstAdmin.PASSWORD, "first password")).createIfNobody();
            return true;
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(List.of(start, start))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(identity.signIn("admin", "first password")).isNotNull();
    }

    private FirstAdmin firstAdmin(Map<String, String> environment) {
        return new FirstAdmin(
                database.tx(), identity.credentials, new Passwords(), identity.audit, new Settings(environment));
    }
}
