package io.atmoshub.toolchain.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.testing.FakeGitHub;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What may be asked, how often, and what is told to whom.
class WebTest {
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private FakeGitHub github;
    private Web web;

    @BeforeEach
    void serve() throws Exception {
        github = new FakeGitHub();
        web = new Web(rules(Map.of()));
    }

    @AfterEach
    void stop() {
        web.close();
        github.close();
    }

    private WebRules rules(Map<String, String> environment) {
        return WebRules.from(environment)
                .patience(3, Duration.ofMillis(300), Duration.ofSeconds(20), time -> pauses.add(time));
    }

    @Test
    void aRedirectIsFollowedAndTheTokenStaysBehind() throws Exception {
        try (var elsewhere = new FakeGitHub()) {
            URI target = elsewhere.file("/there", "found");
            github.misbehave("/here", FakeGitHub.redirect(target.toString()));
            try (var withToken = new Web(rules(Map.of()).tokens(Map.of(github.authority(), "Bearer t0ken")))) {
                assertThat(withToken.get(github.address("/here"), Map.of()).text())
                        .isEqualTo("found");
            }
            assertThat(github.requests("/here").getFirst().header("Authorization"))
                    .isEqualTo("Bearer t0ken");
            assertThat(elsewhere.requests("/there").getFirst().header("Authorization"))
                    .isEmpty();
        }
    }

    @Test
    void githubsTokenGoesToItsApiOnly() {
        assertThat(WebRules.from(Map.of("GITHUB_TOKEN", "b", "ATMOS_GITHUB_TOKEN", "a"))
                        .tokens())
                .containsExactlyEntriesOf(Map.of("api.github.com", "Bearer a"));
    }

    @Test
    void whatIsNotHttpsIsRefusedAlsoBehindARedirect() {
        assertThatThrownBy(() -> web.get(URI.create("http://tools.example.org/x"), Map.of()))
                .hasMessageContaining("only https")
                .isInstanceOf(ToolchainException.class);
        github.misbehave("/away", FakeGitHub.redirect("http://tools.example.org/x?sig=secret"));
        assertThatThrownBy(() -> web.get(github.address("/away"), Map.of()))
                .hasMessageContaining("http://tools.example.org/x is not fetched, which")
                .hasMessageNotContaining("secret");
        github.misbehave("/disk", FakeGitHub.redirect("file:///etc/passwd"));
        assertThatThrownBy(() -> web.get(github.address("/disk"), Map.of())).isInstanceOf(ToolchainException.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aServerElsewhereCannotSendUsToThisMachine() {
        WebRules rules = rules(Map.of("ATMOS_TOOLCHAIN_PLAIN_HTTP", "tools.example.org"));

        assertThatThrownBy(() ->
                        rules.check(URI.create("http://127.0.0.1:8080/"), URI.create("http://tools.example.org/")))
                .isInstanceOf(ToolchainException.class);
        rules.check(URI.create("http://tools.example.org/"), URI.create("http://tools.example.org/"));
    }

    @Test
    void aCircleEnds() {
        FakeGitHub.Misbehaviour round = FakeGitHub.redirect("/round");
        github.misbehave("/round", round, round, round, round, round, round, round, round, round, round, round, round);

        assertThatThrownBy(() -> web.get(github.address("/round"), Map.of())).hasMessageContaining("in a circle");
    }

    @Test
    void whereNobodyIsIsSaidSoonAndNotTriedLongAgain() throws Exception {
        var gone = new FakeGitHub();
        URI address = gone.address("/registry.yaml");
        gone.close();
        try (var patient =
                new Web(rules(Map.of()).patience(5, Duration.ofSeconds(2), Duration.ofSeconds(20), pauses::add))) {
            assertThatThrownBy(() -> patient.get(address, Map.of()))
                    .isInstanceOf(ToolchainException.class)
                    .hasMessageContaining("can't be reached");
            assertThat(pauses).hasSize(1);

            assertThatThrownBy(() -> patient.get(address.resolve("/other"), Map.of()))
                    .hasMessageContaining("can't be reached");
            assertThat(pauses).hasSize(1);
        }
    }

    @Test
    void aHostThatNobodyKnowsIsSaidInWords() {
        var trouble = new ConnectException();
        trouble.initCause(new UnresolvedAddressException());

        assertThat(Trouble.unreachable(URI.create("https://nobody.invalid/x"), trouble))
                .hasMessageContaining("https://nobody.invalid/x can't be reached: nobody here knows its host");
    }

    @Test
    void whatPassesIsTriedAgainAsLateAsTheServerAsks() {
        github.file("/busy", "done");
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(20).atZone(ZoneOffset.UTC));
        github.misbehave(
                "/busy", FakeGitHub.status(503, "Retry-After", "7"), FakeGitHub.status(429, "Retry-After", date));

        assertThat(web.get(github.address("/busy"), Map.of()).text()).isEqualTo("done");

        assertThat(pauses).hasSize(2);
        assertThat(pauses.getFirst()).isEqualTo(Duration.ofSeconds(7));
        assertThat(pauses.getLast()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
    }

    @Test
    void afterSomeTriesItGivesUpAndSaysWhy() {
        github.misbehave("/broken", FakeGitHub.status(500), FakeGitHub.status(502), FakeGitHub.status(500));

        assertThatThrownBy(() -> web.get(github.address("/broken"), Map.of()))
                .hasMessageContaining("answers 500, 3 times in a row");
        assertThat(pauses).hasSize(2);
        assertThat(pauses.getLast()).isGreaterThan(pauses.getFirst());
    }

    @Test
    void aFarRateLimitIsExplainedAndNotWaitedFor() {
        github.limit(0, Instant.now().plusSeconds(1800).getEpochSecond());

        var refusal = catchThrowableOfType(
                ToolchainException.class, () -> web.get(github.address("/repos/a/b/releases"), Map.of()));

        assertThat(refusal.what()).contains("no more questions before", "(60 an hour)");
        assertThat(refusal.hint()).contains("ATMOS_GITHUB_TOKEN");
        assertThat(pauses).isEmpty();
    }

    @Test
    void aNearRateLimitIsWaitedFor() {
        github.asset("a/b", "v1", "x", new byte[] {1});
        github.misbehave(
                "/repos/a/b/releases/latest",
                FakeGitHub.status(
                        403,
                        "x-ratelimit-remaining",
                        "0",
                        "x-ratelimit-reset",
                        String.valueOf(Instant.now().plusSeconds(5).getEpochSecond())));

        assertThat(web.get(github.address("/repos/a/b/releases/latest"), Map.of())
                        .text())
                .contains("\"tag_name\":\"v1\"", "\"digest\":\"sha256:");
        assertThat(pauses).hasSize(1);
    }

    @Test
    void silenceEndsARequestWhetherItAnsweredAtFirstOrNot() throws Exception {
        var end = new CountDownLatch(1);
        FakeGitHub.Misbehaviour mute = (exchange, body) -> {
            await(end);
            return true;
        };
        FakeGitHub.Misbehaviour half = (exchange, body) -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            await(end);
            return true;
        };
        github.misbehave("/mute", mute, mute, mute).misbehave("/half", half, half, half);
        try {
            assertThatThrownBy(() -> web.get(github.address("/mute"), Map.of()))
                    .hasMessageContaining("can't be reached");
            assertThatThrownBy(() -> web.get(github.address("/half"), Map.of()))
                    .hasMessageContaining("nothing came for");
        } finally {
            end.countDown();
        }
    }

    @Test
    void anAnswerThatTricklesForeverEndsToo() {
        var impatient = new Web(
                rules(Map.of()).patience(1, Duration.ofSeconds(5), Duration.ofMillis(300), time -> pauses.add(time)));
        var end = new CountDownLatch(1);
        github.misbehave("/trickle", (exchange, body) -> {
            exchange.sendResponseHeaders(200, 0);
            while (end.getCount() > 0) {
                exchange.getResponseBody().write(new byte[1000]);
                exchange.getResponseBody().flush();
                Thread.onSpinWait();
            }
            return true;
        });
        try (impatient) {
            assertThatThrownBy(() -> impatient.get(github.address("/trickle"), Map.of()))
                    .hasMessageMatching(".*(takes too long|larger than).*");
        } finally {
            end.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void offlineAsksNobody() {
        try (var offline = new Web(rules(Map.of()).offline(true))) {
            assertThatThrownBy(() -> offline.get(github.address("/x"), Map.of()))
                    .hasMessageContaining("/x is needed and not here");
        }
        assertThat(github.requests()).isEmpty();
    }

    @Test
    void nameAndPasswordInAnAddressAreSentAndNeverShown() {
        github.file("/private", "ours");
        URI address = URI.create(github.address("/private").toString().replace("http://", "http://ana:s3cret@"));

        assertThat(web.get(address, Map.of()).text()).isEqualTo("ours");
        assertThat(github.requests("/private").getFirst().header("Authorization"))
                .startsWith("Basic ");
        assertThatThrownBy(() -> web.get(URI.create(address + "x"), Map.of()).orFail())
                .hasMessageContaining("answers 404")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aProxyIsUsedForOthersAndNotForThisMachine() {
        // To a proxy the whole address is the path.
        github.file("/x", "through the proxy");
        WebRules rules = rules(Map.of(
                "HTTP_PROXY", "http://" + github.authority(),
                "NO_PROXY", "internal.example.org,.corp.example.org",
                "ATMOS_TOOLCHAIN_PLAIN_HTTP", "tools.example.org"));
        try (var proxied = new Web(rules)) {
            assertThat(proxied.get(URI.create("http://tools.example.org/x"), Map.of())
                            .text())
                    .isEqualTo("through the proxy");
        }
        Proxies proxies = rules.proxies();
        assertThat(proxies.before(URI.create("http://a.corp.example.org/"))).isNull();
        assertThat(proxies.before(URI.create("http://internal.example.org/"))).isNull();
        assertThat(proxies.before(URI.create("http://localhost/"))).isNull();
        assertThat(proxies.before(URI.create("https://tools.example.org/"))).isNull();
        assertThat(Proxies.from(Map.of("all_proxy", "p:1")).before(URI.create("https://tools.example.org/")))
                .hasToString("http://p:1");
        assertThat(Proxies.from(Map.of("all_proxy", "p:1", "no_proxy", "*"))
                        .before(URI.create("https://tools.example.org/")))
                .isNull();
        assertThatThrownBy(() -> Proxies.from(Map.of("HTTPS_PROXY", "socks5://u:pw@p:1")))
                .hasMessageNotContaining("pw");
    }
}
