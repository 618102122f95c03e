package io.atmoshub.cli.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.WithHub;
import io.atmoshub.hub.token.Scope;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/// Logging in and out, and where the token is meanwhile.
class LoginTest extends WithHub {
    @Test
    void aTokenLogsInAndIsKeptPrivately() throws Exception {
        String token = hub.token("ana", Scope.READ, Scope.CHAT);
        var played = play().input(token + "\nnot this line");

        assertThat(played.run("hub", "login", server.address().toString(), "--token-stdin"))
                .isZero();

        assertThat(played.out()).isEmpty();
        assertThat(played.err()).contains("Ana Lima").doesNotContain(token);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credentials())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(credentials().getParent())))
                .isEqualTo("rwx------");
        assertThat(Files.readString(credentials())).contains(token);
        try (var files = Files.list(credentials().getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whoamiSaysHubAndPerson() {
        logIn("ana", Scope.READ, Scope.CHAT);
        var played = play();

        assertThat(played.run("whoami")).isZero();
        assertThat(played.out())
                .contains("Ana Lima (ana), member", server.address().toString(), "chat, read");
        assertThat(played.run("hub", "whoami", "--json")).isZero();
        assertThat(played.out()).startsWith("{").contains("\"login\":\"ana\"");
    }

    @Test
    void aBadTokenIsNotKept() {
        var played = play().input("ahp_wrong\n");

        assertThat(played.run("login", server.address().toString(), "--token-stdin"))
                .isEqualTo(1);

        assertThat(played.err()).contains("token").doesNotContain("ahp_wrong");
        assertThat(credentials()).doesNotExist();
    }

    @Test
    void anEmptyTokenIsRefused() {
        assertThat(play().input("\n").run("login", server.address().toString(), "--token-stdin"))
                .isEqualTo(1);
    }

    @Test
    void aTokenDoesNotTravelInTheClear() {
        for (String url :
                new String[] {"http://hub.example.org", "http://localhost.example.org", "http://127.evil.org"}) {
            var played = play().input("ahp_x\n");
            assertThat(played.run("login", url, "--token-stdin")).isEqualTo(1);
            assertThat(played.err()).contains("--insecure");
        }
        assertThat(play().input("ahp_x\n").run("login", "ftp://127.0.0.1", "--token-stdin"))
                .isEqualTo(1);
    }

    @Test
    void withNobodyToTypeItSaysHowToPipeTheToken() {
        var played = play();

        assertThat(played.run("login", server.address().toString())).isEqualTo(1);

        assertThat(played.err()).contains("--token-stdin");
    }

    @Test
    void withoutALoginCommandsSayHowToLogIn() {
        for (String[] command : new String[][] {
            {"whoami"}, {"ai", "sessions", "list"}, {"hub", "audit", "verify"}, {"ai", "follow", "last"}
        }) {
            var played = play();
            assertThat(played.run(command)).isEqualTo(1);
            assertThat(played.err()).contains("not logged in", "atmos hub login");
            assertThat(played.out()).isEmpty();
        }
    }

    @Test
    void loggingOutForgetsTheToken() {
        logIn("ana", Scope.READ);

        assertThat(play().run("logout")).isZero();

        assertThat(credentials()).doesNotExist();
        assertThat(play().run("hub", "logout")).isZero();
        assertThat(play().run("whoami")).isEqualTo(1);
    }

    @Test
    void aSpoiledFileSaysSo() throws Exception {
        Files.createDirectories(credentials().getParent());
        Files.writeString(credentials(), "no json");
        var played = play();

        assertThat(played.run("whoami")).isEqualTo(1);

        assertThat(played.err()).contains("credentials.json", "log in again");
    }

    @Test
    void aHubThatIsAwayIsNamed() {
        logIn("ana", Scope.READ);
        server.close();
        var played = play();

        assertThat(played.run("whoami")).isEqualTo(1);

        assertThat(played.err()).contains(server.address().toString(), "can't be reached");
    }
}
