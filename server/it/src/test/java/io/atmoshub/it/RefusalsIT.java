package io.atmoshub.it;

import static io.atmoshub.it.Visitor.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the hub refuses, and how: each with a problem that says what happened and what to do.
@ExtendWith(SharedHub.class)
class RefusalsIT {
    private static Visitor admin;
    private static Visitor ana;
    private static Visitor ben;
    private static String project;

    @BeforeAll
    static void threePeople(TestHub hub) {
        admin = hub.admin();
        String run = UUID.randomUUID().toString().substring(0, 8);
        ana = admin.colleague("ana." + run, "MEMBER", "ana has a long password");
        ben = admin.colleague("ben." + run, "MEMBER", "ben has a long password");
        project = json(admin.get("/api/v1/projects"))
                .get("items")
                .get(0)
                .get("id")
                .asString();
    }

    @Test
    void someoneElsesSessionDoesNotExist() {
        String path = "/api/v1/sessions/" + privateSession(ana);

        assertThat(ben.get(path).statusCode()).isEqualTo(404);
        assertThat(ben.get(path + "/events").statusCode()).isEqualTo(404);
        assertThat(ben.post(path + "/messages", message("hello")).statusCode()).isEqualTo(404);
        assertThat(ana.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void anOverlongMessageIsRefusedAndTheSessionGoesOn() {
        String path = "/api/v1/sessions/" + privateSession(ana) + "/messages";

        var refused = ana.post(path, message("x".repeat(40_000)));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(refused).get("hint").asString()).isNotBlank();
        assertThat(ana.post(path, message("help")).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000\u0001\u0002", "abc\u0007def"})
    void aBinaryMessageIsRefused(String text) {
        var refused = ana.post("/api/v1/sessions/" + privateSession(ana) + "/messages", message(text));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    }

    /// The last is more than the server itself takes.
    @ParameterizedTest
    @ValueSource(ints = {1_100_000, 5_000_000, 9_000_000})
    void aBodyOfManyMegabytesIsRefused(int length) {
        var refused = ana.post("/api/v1/sessions/" + privateSession(ana) + "/messages", message("y".repeat(length)));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(refused).get("code").asString()).isEqualTo("TOO_LARGE");
    }

    @Test
    void whoTakesAnythingGetsTheEventsAsAListAndNobodyComplains(TestHub hub) throws IOException {
        var events = ana.get("/api/v1/sessions/" + privateSession(ana) + "/events");

        assertThat(events.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(Files.readString(hub.process().data().resolve("log/server.log")))
                .doesNotContain("RESTEASY002142")
                .doesNotContain("WFLYELY");
    }

    @Test
    void aFormOfManyMegabytesIsRefused() {
        var refused = new Visitor(ana.address()).form("/auth/login", Map.of("username", "x".repeat(9_000_000)));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(json(refused).get("code").asString()).isEqualTo("TOO_LARGE");
    }

    @Test
    void aFormOfUnknownLengthIsRefused() {
        var chunked = HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString("username=ana"));

        var refused = new Visitor(ana.address())
                .send(ana.request("/auth/login")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(chunked));

        assertThat(refused.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"id\":7}", "\"text\"", "{\"id\":\"not-a-uuid\",\"text\":\"x\"}", ""})
    void aBodyThatIsNoMessageIsRefused(String body) {
        var refused = ana.send(ana.request("/api/v1/sessions/" + privateSession(ana) + "/messages")
                .header("Content-Type", "application/json")
                .header("X-Requested-By", "test")
                .POST(HttpRequest.BodyPublishers.ofString(body)));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(json(refused).get("code").asString()).isEqualTo("INVALID_INPUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ahp_never_issued", "ahp_", "garbage", "../../etc/passwd"})
    void aForeignTokenIsRefused(String token) {
        var answer = new Visitor(ana.address())
                .send(ana.request("/api/v1/account").header("Authorization", "Bearer " + token));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void aRevokedTokenIsRefused() {
        var made =
                json(ana.post("/api/v1/tokens", Map.of("name", "short", "scopes", new String[] {"READ"}, "days", 1)));
        String secret = made.get("secret").asString();
        assertThat(withToken(secret, "/api/v1/account")).isEqualTo(200);

        ana.send(ana.request("/api/v1/tokens/" + made.get("token").get("id").asString())
                .header("X-Requested-By", "test")
                .DELETE());

        assertThat(withToken(secret, "/api/v1/account")).isEqualTo(401);
    }

    @Test
    void aTokenForReadingCannotAsk() {
        String secret = ana.token("READ");
        String session = privateSession(ana);

        var refused = new Visitor(ana.address())
                .send(ana.request("/api/v1/sessions/" + session + "/messages")
                        .header("Authorization", "Bearer " + secret)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(io.atmoshub.hub.HubJson.write(message("hello")))));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(withToken(secret, "/api/v1/sessions/" + session)).isEqualTo(200);
    }

    @Test
    void switchingAPersonOffEndsSignInsAndTokensAtOnce() {
        String login = "cy." + UUID.randomUUID().toString().substring(0, 8);
        Visitor cy = admin.colleague(login, "MEMBER", "cy has a long password");
        String secret = cy.token("READ");
        String id = json(cy.get("/api/v1/account")).get("person").get("id").asString();

        assertThat(admin.put("/api/v1/people/" + id + "/active", Map.of("active", false))
                        .statusCode())
                .isEqualTo(200);

        assertThat(cy.get("/api/v1/account").statusCode()).isEqualTo(401);
        assertThat(withToken(secret, "/api/v1/account")).isEqualTo(401);
        assertThat(new Visitor(cy.address())
                        .signIn(login, "cy has a long password")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/etc", "/", "/root", "/proc/self", "relative/folder", "/tmp/../etc", "/etc/passwd", "\u0000"})
    void aProjectOutsideTheAllowedRootsIsRefused(String folder) {
        var refused = admin.post("/api/v1/projects", Map.of("name", "Evil " + UUID.randomUUID(), "folder", folder));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    }

    @Test
    void aMemberCannotAdministrate() {
        assertThat(ana.post("/api/v1/people", Map.of("login", "eve", "name", "Eve", "role", "ADMIN"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(ana.get("/api/v1/audit").statusCode()).isEqualTo(403);
        assertThat(ana.post("/api/v1/projects", Map.of("name", "x", "folder", "/tmp"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aForgedRequestFromAnotherOriginIsRefused() {
        String path = "/api/v1/sessions";
        String body = io.atmoshub.hub.HubJson.write(Map.of("projectId", project, "visibility", "PRIVATE"));

        var withoutHeader = ana.send(ana.request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        var crossSite = ana.send(ana.request(path)
                .header("Content-Type", "application/json")
                .header("X-Requested-By", "evil")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        var crossSiteSignIn = new Visitor(ana.address())
                .send(ana.formRequest("/auth/login", Map.of("username", "admin", "password", "x"))
                        .header("Sec-Fetch-Site", "cross-site"));
        var otherOrigin = new Visitor(ana.address())
                .send(ana.formRequest("/auth/login", Map.of("username", "admin", "password", "x"))
                        .header("Origin", "https://evil.example"));

        assertThat(withoutHeader.statusCode()).isEqualTo(403);
        assertThat(crossSite.statusCode()).isEqualTo(403);
        assertThat(crossSiteSignIn.statusCode()).isEqualTo(403);
        assertThat(otherOrigin.statusCode()).isEqualTo(403);
    }

    @Test
    void guessingAPasswordMeetsABackOff() {
        String login = "dora." + UUID.randomUUID().toString().substring(0, 8);
        admin.colleague(login, "MEMBER", "dora has a long password");
        var stranger = new Visitor(ana.address());

        String where = "";
        for (int i = 0; i < 12 && !where.contains("wait"); i++) {
            where = stranger.signIn(login, "wrong guess " + i)
                    .headers()
                    .firstValue("Location")
                    .orElse("");
        }

        assertThat(where).contains("wait=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"})
    void signingInLeadsNowhereElse(String next) {
        String login = "fay." + UUID.randomUUID().toString().substring(0, 8);
        admin.colleague(login, "MEMBER", "fay has a long password");

        var answer = new Visitor(ana.address())
                .form(
                        "/auth/login",
                        Map.of("username", login, "password", "fay has a long password", "continue", next));

        assertThat(answer.statusCode()).isBetween(300, 399);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .doesNotContain("evil")
                .doesNotContain("javascript");
    }

    @Test
    void pagesComeWithAStrictContentPolicy() {
        var page = new Visitor(ana.address()).get("/login");

        String policy = page.headers().firstValue("Content-Security-Policy").orElse("none");
        assertThat(policy)
                .contains("default-src 'self'")
                .contains("object-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(policy).doesNotContain("script-src 'unsafe-inline'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api/v1/sessions/not-a-uuid",
                "/api/v1/sessions/00000000-0000-0000-0000-000000000000"
            })
    void whatIsNotThereIsAProblem(String path) {
        var answer = ana.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("code").asString()).isEqualTo("NOT_FOUND");
    }

    private static int withToken(String secret, String path) {
        var visitor = new Visitor(ana.address());
        return visitor.send(visitor.request(path).header("Authorization", "Bearer " + secret))
                .statusCode();
    }

    private static String privateSession(Visitor owner) {
        var made = owner.post("/api/v1/sessions", Map.of("projectId", project, "visibility", "PRIVATE"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made).get("id").asString();
    }

    private static Map<String, String> message(String text) {
        return Map.of("id", UUID.randomUUID().toString(), "text", text);
    }
}
