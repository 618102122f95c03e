package io.atmoshub.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.atmoshub.client.testing.FixtureOverHttp;
import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.testing.Cast;
import io.atmoshub.hub.testing.Fixture;
import io.atmoshub.hub.testing.MirrorContract;
import io.atmoshub.hub.token.NewToken;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.token.TokenName;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The mirror as clients meet it: the real curl and the real mise against a hub whose GitHub is a server of this test.
class MirrorIT {
    private static final byte[] BYTES = new byte[3_000_000];
    private static final byte[] TOOL = "#!/bin/sh\necho from the mirror\n".getBytes(StandardCharsets.UTF_8);
    private static final Map<Cast, String> TOKENS = new ConcurrentHashMap<>();

    @TempDir
    static Path home;

    private static Fake github;
    private static TestHub hub;
    private static String token;
    private static FixtureOverHttp contract;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        new Random(1).nextBytes(BYTES);
        github = new Fake();
        hub = TestHub.start(
                home,
                Map.of(
                        "ATMOS_HUB_MIRROR_UPSTREAMS",
                        "github.com=%1$s,api.github.com=%1$s,raw.githubusercontent.com=%1$s"
                                .formatted(github.address()),
                        "ATMOS_HUB_MIRROR_TTL",
                        "PT0S",
                        "ATMOS_HUB_TRUSTED_PROXIES",
                        "127.0.0.1",
                        "ATMOS_HUB_MIRROR_ANONYMOUS",
                        "192.0.2.0/24,127.0.0.1"));
        token = hub.adminToken();
        contract = new FixtureOverHttp(
                        URI.create(hub.address()), TestHub.ADMIN_PASSWORD, hub.projectRoot(), home, () -> "Nothing.")
                .with(MirrorIT::mirror);
    }

    @AfterAll
    static void stop() {
        contract.leave();
        hub.close();
        github.close();
    }

    /// GitHub, as far as releases go.
    private static final class Fake implements AutoCloseable {
        private final HttpServer server;
        private final Map<String, byte[]> files = new ConcurrentHashMap<>();
        private final List<String> asked = new CopyOnWriteArrayList<>();
        private final List<String> credentials = new CopyOnWriteArrayList<>();
        private volatile boolean down;

        Fake() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 300);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::answer);
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        /// A release with one file; the path under which github.com has it.
        String release(String repository, String tag, String name, byte[] bytes) {
            String path = "/%s/releases/download/%s/%s".formatted(repository, tag, name);
            files.put(path, bytes);
            String json = """
                    {"tag_name":"%s","name":"%s","draft":false,"prerelease":false,"created_at":"2026-01-01T00:00:00Z",\
                    "published_at":"2026-01-01T00:00:00Z","assets":[{"name":"%s","size":%d,"digest":"sha256:%s",\
                    "url":"https://api.github.com/repos/%s/releases/assets/1",\
                    "browser_download_url":"https://github.com%s"}]}""".formatted(tag, tag, name, bytes.length, sha256(bytes), repository, path);
            files.put("/repos/%s/releases/tags/%s".formatted(repository, tag), json.getBytes(StandardCharsets.UTF_8));
            files.put("/repos/%s/releases/latest".formatted(repository), json.getBytes(StandardCharsets.UTF_8));
            files.put("/repos/%s/releases".formatted(repository), ("[" + json + "]").getBytes(StandardCharsets.UTF_8));
            return path;
        }

        /// Something to do while nobody answers here.
        @FunctionalInterface
        interface Meanwhile {
            void happens() throws Exception;
        }

        void whileDown(Meanwhile meanwhile) throws Exception {
            down = true;
            try {
                meanwhile.happens();
            } finally {
                down = false;
            }
        }

        long asked(String path) {
            return asked.stream().filter(path::equals).count();
        }

        private void answer(HttpExchange exchange) throws IOException {
            if (down) {
                exchange.close();
                return;
            }
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            credentials.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            byte[] body = files.get(path);
            try (exchange) {
                exchange.getResponseHeaders()
                        .set(
                                "Content-Type",
                                path.startsWith("/repos/") ? "application/json" : "application/octet-stream");
                exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
                if (body != null) {
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(body);
                    }
                }
            }
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String mirrored(String path) {
        return hub.address() + "/mirror/https/github.com" + path;
    }

    private record Ran(int exit, String said) {}

    private Ran run(Map<String, String> environment, String... command) throws Exception {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("MISE_") || name.endsWith("_proxy"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }

    private Ran curl(String... arguments) throws Exception {
        var all = new ArrayList<>(List.of("curl", "-sS", "-f", "-u", "any:" + token));
        all.addAll(List.of(arguments));
        return run(Map.of(), all.toArray(String[]::new));
    }

    @Test
    void curlTakesFilesWholeInPartsAndGoesOnWhereItStopped() throws Exception {
        String path = github.release("acme/curled", "v1.0.0", "tool.tar.gz", BYTES);
        String address = mirrored(path);

        assertThat(curl("-o", "whole", "-D", "head", address)).returns(0, Ran::exit);
        assertThat(folder.resolve("whole")).hasBinaryContent(BYTES);
        assertThat(Files.readString(folder.resolve("head")))
                .containsIgnoringCase("etag: \"" + sha256(BYTES) + "\"")
                .containsIgnoringCase("cache-control: private, max-age=31536000, immutable")
                .containsIgnoringCase("accept-ranges: bytes");

        assertThat(curl("-r", "100-199", "-o", "part", address)).returns(0, Ran::exit);
        assertThat(Files.readAllBytes(folder.resolve("part"))).isEqualTo(java.util.Arrays.copyOfRange(BYTES, 100, 200));

        Files.write(folder.resolve("resumed"), java.util.Arrays.copyOf(BYTES, 1_000_000));
        assertThat(curl("-C", "-", "-o", "resumed", address)).returns(0, Ran::exit);
        assertThat(folder.resolve("resumed")).hasBinaryContent(BYTES);

        assertThat(curl("-I", address).said()).contains("Content-Length: 3000000");
        assertThat(curl("-o", "none", "-w", "%{http_code}", "-H", "If-None-Match: \"" + sha256(BYTES) + "\"", address)
                        .said())
                .isEqualTo("304");
        assertThat(curl("-r", "3000000-", address).said()).contains("416");
        assertThat(github.asked(path)).isEqualTo(1);
        assertThat(github.credentials).isEmpty();
    }

    @Test
    void aFileThatIsNotWhatItsPublisherSaysNeverArrivesWhole() throws Exception {
        String path = github.release("acme/forged", "v1.0.0", "tool.tar.gz", BYTES);
        byte[] other = BYTES.clone();
        other[2_999_999] ^= 1;
        github.files.put(path, other);

        Ran ran = curl("-o", "forged", mirrored(path));

        assertThat(ran.exit()).as(ran.said()).isIn(18, 22, 56, 92);
        assertThat(Files.exists(folder.resolve("forged")) ? Files.size(folder.resolve("forged")) : 0)
                .isLessThanOrEqualTo(3_000_000 - 64 * 1024);
    }

    @Test
    void withoutATokenOnlyNetworksThatTheOperatorNamedGetIn() throws Exception {
        String path = github.release("acme/open", "v1.0.0", "tool", "hello".getBytes(StandardCharsets.UTF_8));

        assertThat(run(Map.of(), "curl", "-sS", "-H", "X-Forwarded-For: 203.0.113.7", mirrored(path))
                        .said())
                .contains("The mirror needs a token");
        assertThat(run(Map.of(), "curl", "-sS", "-H", "X-Forwarded-For: 192.0.2.7", mirrored(path)))
                .isEqualTo(new Ran(0, "hello"));
        assertThat(run(
                        Map.of(),
                        "curl",
                        "-sS",
                        "-H",
                        "X-Forwarded-For: 192.0.2.7",
                        "-H",
                        "Authorization: Bearer ghp_of-somebody",
                        mirrored(path)))
                .isEqualTo(new Ran(0, "hello"));
        assertThat(run(Map.of(), "curl", "-sS", "-u", "any:ahp_guessed", mirrored(path))
                        .said())
                .contains("unknown, expired or revoked");
        assertThat(github.credentials).isEmpty();
    }

    @Test
    void hostsThatNobodyListedAreNotAsked() throws Exception {
        assertThat(run(Map.of(), "curl", "-sS", "-u", "any:" + token, hub.address() + "/mirror/https/127.0.0.1/secret")
                        .said())
                .contains("not mirrored here", "ATMOS_HUB_MIRROR_HOSTS");
    }

    @Test
    void twoHundredClientsAtOnceMakeOneRequest() throws Exception {
        String path = github.release("acme/busy", "v1.0.0", "tool.tar.gz", BYTES);
        HttpRequest request = HttpRequest.newBuilder(URI.create(mirrored(path)))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient client = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                all.add(() -> sha256(client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .body()));
            }
            for (var each : threads.invokeAll(all)) {
                assertThat(each.get()).isEqualTo(sha256(BYTES));
            }
        }
        assertThat(github.asked(path)).isEqualTo(1);
    }

    /// Each client twice, on machines that know nothing yet: the second time nobody upstream answers.
    @Test
    void theRealMiseInstallsThroughItAlsoWhenUpstreamIsSwitchedOff() throws Exception {
        Path mise = mise();
        github.release("acme/rocket", "v1.0.0", "rocket-1.0.0-linux-amd64", TOOL);

        Ran first = mise(mise, "first");

        assertThat(first.exit()).as(first.said()).isZero();
        assertThat(github.asked("/acme/rocket/releases/download/v1.0.0/rocket-1.0.0-linux-amd64"))
                .isEqualTo(1);
        github.whileDown(() -> {
            Ran again = mise(mise, "again");
            assertThat(again.exit()).as(again.said()).isZero();
            assertThat(again.said()).contains("from the mirror");
        });
    }

    private Ran mise(Path mise, String who) throws Exception {
        Path place = Files.createDirectories(folder.resolve(who));
        var environment = new java.util.HashMap<>(Map.of(
                "HOME", place.toString(), "MISE_YES", "1", "MISE_URL_REPLACEMENTS", """
                {"https://api.github.com": "%1$s/mirror/https/api.github.com", \
                "https://github.com": "%1$s/mirror/https/github.com"}""".formatted(hub.address())));
        for (String kind : List.of("DATA", "CACHE", "CONFIG", "STATE")) {
            environment.put("MISE_" + kind + "_DIR", place.resolve(kind).toString());
        }
        return run(environment, mise.toString(), "exec", "github:acme/rocket@1.0.0", "--", "rocket");
    }

    @Test
    void theRealAtmosInstallsThroughItAlsoWhenUpstreamIsSwitchedOff() throws Exception {
        String path = github.release("acme/comet", "v1.2.0", "comet", TOOL);
        github.files.put("/aquaproj/aqua-registry/main/registry.yaml", """
                packages:
                  - type: github_release
                    repo_owner: acme
                    repo_name: comet
                    asset: comet
                    format: raw
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(atmos("first").said()).contains("from the mirror");
        assertThat(github.asked(path)).isEqualTo(1);
        assertThat(github.asked("/repos/acme/comet/releases")).isPositive();
        github.whileDown(() -> assertThat(atmos("again").said()).contains("from the mirror"));
        assertThat(github.credentials).isEmpty();
    }

    /// On a machine that nobody used yet, and from where nothing but the hub can be reached.
    private Ran atmos(String who) throws Exception {
        Path place = Files.createDirectories(folder.resolve(who));
        Files.writeString(folder.resolve("atmos.yaml"), """
                toolchain:
                  install_path: %s
                  registries:
                    - name: hub
                      type: hub
                      source: %s
                """.formatted(place.resolve("tools"), hub.address()));
        Files.writeString(place.resolve("token"), token);
        var environment = Map.of(
                "HOME", place.toString(),
                "XDG_CONFIG_HOME", place.resolve("config").toString(),
                "XDG_CACHE_HOME", place.resolve("cache").toString(),
                "JAVA_HOME", System.getProperty("java.home"),
                "HTTPS_PROXY", "http://127.0.0.1:1");
        String atmos = System.getProperty("atmos.command");
        Ran login = run(
                environment,
                "sh",
                "-c",
                "'%s' hub login %s --token-stdin < '%s'".formatted(atmos, hub.address(), place.resolve("token")));
        assertThat(login.exit()).as(login.said()).isZero();
        Ran versions = run(environment, atmos, "toolchain", "get", "acme/comet", "--all");
        assertThat(versions.said()).contains("1.2.0");
        Ran installed = run(environment, atmos, "toolchain", "install", "acme/comet@latest");
        assertThat(installed.exit()).as(installed.said()).isZero();
        return run(environment, atmos, "toolchain", "exec", "acme/comet@1.2.0", "--");
    }

    @Test
    void thePolicyBindsExactVersionsAndTheCallerHearsWhy() throws Exception {
        String old = github.release("acme/gated", "v1.0.0", "gated", TOOL);
        String good = github.release("acme/gated", "v2.0.0", "gated", TOOL);
        var policies = contract.as(Cast.ADMIN).mirror().policy();
        policies.save(new PolicyChange(
                "rules:\n  - tool: acme/gated\n    versions: \">= 2\"\n",
                "Old ones have a hole.",
                policies.current().revision().number()));
        try {
            assertThat(run(Map.of(), "curl", "-sS", "-u", "any:" + token, mirrored(old))
                            .said())
                    .contains("acme/gated 1.0.0 is not allowed; allowed: >= 2.", "MIRROR_NOT_ALLOWED");
            assertThat(github.asked(old)).isZero();
            assertThat(curl("-o", "good", mirrored(good)).exit()).isZero();
        } finally {
            policies.save(new PolicyChange(
                    "", "As it was.", policies.current().revision().number()));
        }
        assertThat(curl("-o", "old", mirrored(old)).exit()).isZero();
    }

    /// What the contract wants is really fetched; what it wants to have changed is lost on the disk first.
    private static void mirror(Cast who, String address, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String path = address.substring("https://github.com".length());
        byte[] before = github.files.put(path, bytes);
        try (HttpClient client = HttpClient.newHttpClient()) {
            if (before != null && !java.util.Arrays.equals(before, bytes)) {
                String lost = sha256(before);
                Files.delete(hub.process()
                        .data()
                        .resolve("mirror/blobs")
                        .resolve(lost.substring(0, 2))
                        .resolve(lost));
            }
            var request = HttpRequest.newBuilder(URI.create(mirrored(path)))
                    .header("Authorization", "Bearer " + TOKENS.computeIfAbsent(who, MirrorIT::tokenOf))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isIn(200, 409);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String tokenOf(Cast who) {
        return contract.as(who)
                .tokens()
                .issue(new NewToken(new TokenName("mirror"), Set.of(Scope.READ), 1))
                .secret();
    }

    @Nested
    class Looking extends MirrorContract {
        @Override
        protected Fixture open() {
            return contract;
        }
    }

    /// `MISE`, or the one that cli's tests have from npm.
    private static Path mise() {
        Path real = Path.of(System.getProperty("project.root"), "cli/target/real/mise/package/bin/mise");
        Path found = Stream.of(System.getenv("MISE"), real.toString())
                .filter(java.util.Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        if (found == null) {
            System.err.println("SKIPPED: mise is not here; MirrorIT did not try it");
        }
        Assumptions.assumeTrue(found != null, "SKIPPED: mise is not here");
        return found;
    }
}
