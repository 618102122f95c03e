package io.atmoshub.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.HubJson;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A person at the hub's door with nothing but HTTP: signs in by the form, keeps the cookies.
final class Visitor {
    private final String address;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http;

    Visitor(String address) {
        this(address, client -> client);
    }

    /// Who comes in a way of their own: from another address, or trusting another certificate.
    Visitor(String address, UnaryOperator<HttpClient.Builder> way) {
        this.address = address;
        this.http = way.apply(HttpClient.newBuilder()
                        .cookieHandler(cookies)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(Duration.ofSeconds(5)))
                .build();
    }

    static Visitor signedIn(String address, String login, String password) {
        var visitor = new Visitor(address);
        var answer = visitor.signIn(login, password);
        assertThat(answer.headers().firstValue("Location").orElse("nowhere"))
                .as("where %s lands after signing in", login)
                .doesNotContain("error");
        return visitor;
    }

    HttpResponse<String> signIn(String login, String password) {
        return form("/auth/login", Map.of("username", login, "password", password));
    }

    /// As a browser sends a form of the same origin.
    HttpResponse<String> form(String path, Map<String, String> fields) {
        return send(formRequest(path, fields).header("Sec-Fetch-Site", "same-origin"));
    }

    HttpRequest.Builder formRequest(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(f -> encode(f.getKey()) + "=" + encode(f.getValue()))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-Requested-By", "test")
                .POST(HttpRequest.BodyPublishers.ofString(HubJson.write(body))));
    }

    HttpResponse<String> put(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-Requested-By", "test")
                .PUT(HttpRequest.BodyPublishers.ofString(HubJson.write(body))));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("The hub at " + address + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// A new token's secret, with all three scopes for admins and read and chat for others.
    String token(String... scopes) {
        var made = post("/api/v1/tokens", Map.of("name", "Integration test", "scopes", scopes, "days", 1));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made).get("secret").asString();
    }

    /// Adds a colleague, who joins by the link and signs in.
    Visitor colleague(String login, String role, String password) {
        var invited = post("/api/v1/people", Map.of("login", login, "name", givenName(login), "role", role));
        assertThat(invited.statusCode()).as(invited.body()).isEqualTo(201);
        String path = json(invited).get("path").asString();
        var colleague = new Visitor(address);
        var joined =
                colleague.form("/auth/join", Map.of("secret", path.substring("join/".length()), "password", password));
        assertThat(joined.statusCode()).as(joined.body()).isBetween(300, 399);
        return colleague;
    }

    /// "ana.4711" is called Ana.
    private static String givenName(String login) {
        return login.substring(0, 1).toUpperCase(Locale.ROOT)
                + login.substring(1).replaceFirst("[.].*", "");
    }

    static JsonNode json(HttpResponse<String> answer) {
        return HubJson.mapper().readTree(answer.body());
    }

    String address() {
        return address;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
