package io.atmoshub.it;

import static io.atmoshub.it.Visitor.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a proxy says of whom it speaks for counts when the operator named it, and else not at all.
@ExtendWith(SharedHub.class)
class BehindAProxyIT {
    private static final String PASSWORD = "gus has a long password";

    private static Visitor admin;
    private static String login;
    private static Visitor trusted;
    private static Visitor stranger;

    @BeforeAll
    static void aColleague(TestHub hub) throws Exception {
        admin = hub.admin();
        login = "gus." + UUID.randomUUID().toString().substring(0, 8);
        admin.colleague(login, "MEMBER", PASSWORD);
        String address = hub.address().replace("localhost", "127.0.0.1");
        InetAddress proxy = InetAddress.getByName(SharedHub.TRUSTED_PROXY);
        trusted = new Visitor(address, client -> client.localAddress(proxy));
        stranger = new Visitor(address);
    }

    @Test
    void aTrustedOneSaysUnderWhichAddressPeopleCome() {
        var page = trusted.send(forwarded(trusted.request("/login").GET()));
        var signedIn = signIn(trusted);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(page.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.matches("(?i).*; secure.*"));
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.headers().firstValue("Location").orElse(""))
                .startsWith("/")
                .doesNotContain("error");
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.matches("(?i).*; secure.*"));
        assertThat(lastSignIn().get("address").asString()).isEqualTo("203.0.113.9");
    }

    @Test
    void anUntrustedOneSaysNothing() {
        var page = stranger.send(forwarded(stranger.request("/login").GET()));
        var refused = signIn(stranger);
        stranger.signIn(login, PASSWORD);

        assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(page.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.matches("(?i).*; secure.*"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(lastSignIn().get("address").asString()).isEqualTo("127.0.0.1");
    }

    /// With the form of a browser that says where its page is from in the older way only.
    private static HttpResponse<String> signIn(Visitor visitor) {
        return visitor.send(
                forwarded(visitor.formRequest("/auth/login", Map.of("username", login, "password", PASSWORD)))
                        .header("Origin", "https://hub.example"));
    }

    /// What the client itself put first is a lie, of which the proxy's own word comes last.
    private static HttpRequest.Builder forwarded(HttpRequest.Builder request) {
        return request.header("X-Forwarded-For", "127.0.0.1, 203.0.113.9")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "hub.example");
    }

    private static tools.jackson.databind.JsonNode lastSignIn() {
        var found = admin.get("/api/v1/audit?action=account.sign-in&limit=1&object=" + login);
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        return json(found).get("items").get(0);
    }
}
