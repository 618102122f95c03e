package io.atmoshub.toolchain.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.atmoshub.toolchain.Progress;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.aqua.GitHubAddresses;
import io.atmoshub.toolchain.release.GitHubReleases;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// With a hub, nobody else is asked.
class ThroughTest {
    private record Says(int status, String type, String body) {}

    @TempDir
    Path folder;

    private final Map<String, Says> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Through hub;
    private Web web;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String address = exchange.getRequestURI().toString();
            asked.add(address + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            Says says = pages.getOrDefault(address, new Says(404, "text/plain", "nothing"));
            byte[] body = says.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", says.type());
            exchange.sendResponseHeaders(says.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        hub = new Through(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
        web = new Web(
                WebRules.from(Map.of("GITHUB_TOKEN", "of-github"))
                        .tokens(Map.of(
                                "api.github.com", "Bearer of-github", hub.hub().getRawAuthority(), "Bearer of-hub"))
                        .patience(3, Duration.ofSeconds(5), Duration.ofSeconds(20), _ -> {}),
                hub);
    }

    @AfterEach
    void stop() {
        web.close();
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/a/b/c.tar.gz, https://hub.example/mirror/https/github.com/a/b/c.tar.gz",
        "https://api.github.com:443/a?per_page=1&x=%20, https://hub.example/mirror/https/api.github.com/a?per_page=1&x=%20",
        "https://hub.example/mirror/registry.yaml, https://hub.example/mirror/registry.yaml",
        "https://user:secret@files.example/a, https://user:secret@files.example/a",
        "https://files.example:8443/a, https://files.example:8443/a",
        "http://127.0.0.1:9/a, http://127.0.0.1:9/a"
    })
    void anAddressHasItsPlaceInTheMirror(String address, String there) {
        assertThat(new Through(URI.create("https://hub.example/")).of(URI.create(address)))
                .hasToString(there);
    }

    @Test
    void whatIsNoHubIsRefused() {
        assertThatThrownBy(() -> new Through(URI.create("https://user:secret@hub.example")))
                .hasMessageContaining("no address of a hub")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> new Through(URI.create("hub.example"))).isInstanceOf(ToolchainException.class);
    }

    @Test
    void theHubGetsItsOwnTokenAndNoOther() {
        pages.put("/mirror/https/api.github.com/x", new Says(200, "text/plain", "from the hub"));

        assertThat(web.get(URI.create("https://api.github.com/x"), Map.of()).text())
                .isEqualTo("from the hub");

        assertThat(asked).containsExactly("/mirror/https/api.github.com/x Bearer of-hub");
    }

    @Test
    void whyTheHubRefusesIsSaidInItsWords() {
        pages.put(
                "/mirror/https/files.example/x",
                new Says(
                        403,
                        "application/problem+json",
                        "{\"detail\":\"It was recalled: broken into.\",\"hint\":\"Use another version.\"}"));
        pages.put("/mirror/https/files.example/y", new Says(403, "application/problem+json", "not even JSON"));
        pages.put(
                "/mirror/https/files.example/z",
                new Says(401, "application/problem+json", "{\"detail\":\"The mirror needs a token.\"}"));

        assertThat(refusal("https://files.example/x").what()).isEqualTo("It was recalled: broken into.");
        assertThat(refusal("https://files.example/x").hint()).isEqualTo("Use another version.");
        assertThat(refusal("https://files.example/y").what()).contains("answers 403");
        assertThat(refusal("https://files.example/z").hint()).contains("atmos hub login " + hub.hub());
    }

    @Test
    void aHubThatTellsThatUpstreamIsAwayIsNotAskedAgainAndAgain() {
        pages.put(
                "/mirror/https/files.example/x",
                new Says(502, "application/problem+json", "{\"detail\":\"Upstream is away.\",\"hint\":\"Wait.\"}"));
        pages.put("/mirror/https/files.example/y", new Says(502, "text/html", "a gateway"));

        assertThat(refusal("https://files.example/x").what()).isEqualTo("Upstream is away.");
        assertThat(asked).hasSize(1);
        assertThat(catchThrowableOfType(
                        ToolchainException.class, () -> web.get(URI.create("https://files.example/y"), Map.of())))
                .hasMessageContaining("3 times in a row");
    }

    @Test
    void allVersionsComeInOneAnswer() {
        pages.put("/mirror/versions/acme/rocket?of=releases", new Says(200, "application/json", """
                [{"tag_name":"v2.0.0-rc1","prerelease":true},{"tag_name":"v1.1.0"},{"tag_name":"v1.0.0"}]"""));
        pages.put("/mirror/versions/acme/rocket?of=tags", new Says(200, "application/json", "[{\"name\":\"v3\"}]"));
        var documents = new Documents(
                web,
                Cache.in(folder.resolve("cache"), 1 << 20, folder.resolve("other"), Progress.NONE),
                Duration.ZERO,
                Progress.NONE);
        var releases = new GitHubReleases(web, documents, GitHubAddresses.PUBLIC, Progress.NONE);

        assertThat(releases.releases("acme/rocket")).containsExactly("v1.1.0", "v1.0.0");
        assertThat(releases.tags("acme/rocket")).containsExactly("v3");
        assertThat(asked).hasSize(2);
    }

    private ToolchainException refusal(String address) {
        return catchThrowableOfType(
                ToolchainException.class,
                () -> web.get(URI.create(address), Map.of()).orFail());
    }
}
