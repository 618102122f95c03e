package io.atmoshub.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.account.PasswordChange;
import io.atmoshub.hub.audit.AuditFilter;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.testing.AccountContract;
import io.atmoshub.hub.testing.Fixture;
import io.atmoshub.server.testing.HubFixture;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountOnPostgresTest extends AccountContract {
    @TempDir
    static Path folder;

    private static HubFixture hub;

    @BeforeAll
    static void start() throws IOException {
        hub = new HubFixture(folder);
    }

    @AfterAll
    static void stop() {
        hub.stop();
    }

    @Test
    void aGuessAtThePresentPasswordIsAudited() {
        Person person = joined(Role.MEMBER);
        Hub signedIn = signIn(person);

        assertRefused(
                ErrorCode.NOT_ALLOWED,
                () -> signedIn.account()
                        .changePassword(new PasswordChange("not the one at all", "eight brown barrels")));

        var failed = new AuditFilter(person.login().value(), "account.password", null, "failed", null, null);
        assertThat(admin.audit().find(failed, PageRequest.first(10)).items()).hasSize(1);
    }

    @Override
    protected Fixture open() {
        return hub;
    }
}
