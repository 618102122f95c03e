package io.atmoshub.mirror.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.atmoshub.mirror.MirrorException;
import io.atmoshub.mirror.MirrorException.Kind;
import io.atmoshub.mirror.blob.DiskBlobs;
import io.atmoshub.mirror.blob.Incoming;
import io.atmoshub.toolchain.Checksum;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstreamTest {
    private static final String PATH = "/acme/tool/releases/download/v1/tool.tar.gz";
    private static final UpstreamAddress TOOL = new UpstreamAddress("github.com", PATH);
    private static final byte[] BYTES = bytes(300_000);

    @TempDir
    Path folder;

    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Duration> pauses = new ArrayList<>();
    private Publisher github;
    private Duration idle = Duration.ofSeconds(10);
    private Set<String> privates = Set.of();
    private long most = 10 << 20;

    @BeforeEach
    void publish() throws IOException {
        github = new Publisher().file(PATH, BYTES);
    }

    @AfterEach
    void stop() {
        over.countDown();
        github.close();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private UpstreamRules rules(Map<String, URI> stands) {
        return new UpstreamRules(
                Set.of("github.com", "api.github.com", "files.example.org", "*.example.net"),
                Set.of("objects.example.org"),
                stands,
                privates,
                most,
                Optional.of("our-token"),
                Set.of("acme/private", "open/*"),
                new UpstreamRules.Pace(
                        4, Duration.ofSeconds(5), idle, Duration.ofSeconds(60), Duration.ofSeconds(30), pauses::add));
    }

    private Upstream upstream() {
        return new Upstream(
                rules(Map.of("github.com", github.address(), "api.github.com", github.address())),
                Upstream.Names.OF_THE_SYSTEM);
    }

    private Checksum fetch(UpstreamAddress address) throws IOException {
        return fetch(upstream(), address);
    }

    private Checksum fetch(Upstream upstream, UpstreamAddress address) throws IOException {
        try (Incoming incoming = new DiskBlobs(folder, (id, where) -> {}).begin()) {
            new Download(upstream).into(incoming, address, Download.Listener.NOBODY);
            return incoming.id().sha256();
        }
    }

    private MirrorException refusal(UpstreamAddress address) {
        return refusal(upstream(), address);
    }

    private MirrorException refusal(Upstream upstream, UpstreamAddress address) {
        MirrorException refusal = catchThrowableOfType(MirrorException.class, () -> fetch(upstream, address));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    @Test
    void aFileComesWhole() throws IOException {
        assertThat(fetch(TOOL)).isEqualTo(Checksum.sha256(BYTES));
        assertThat(github.requests(PATH)).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void whatBreaksOffGoesOnWhereItEnded() throws IOException {
        github.misbehave(PATH, Publisher.brokenOffAfter(100_000, "ETag", Publisher.tag(BYTES)));

        assertThat(fetch(TOOL)).isEqualTo(Checksum.sha256(BYTES));

        assertThat(github.requests(PATH)).hasSize(2);
        assertThat(github.requests(PATH).getLast().header("Range"))
                .matches("bytes=\\d+-")
                .isNotEqualTo("bytes=0-");
        assertThat(github.requests(PATH).getLast().header("If-Range")).isEqualTo(Publisher.tag(BYTES));
    }

    @Test
    void withoutAStrongTagItBeginsAgain() throws IOException {
        github.misbehave(
                PATH, Publisher.brokenOffAfter(100_000), Publisher.brokenOffAfter(100_000, "ETag", "W/\"weak\""));

        assertThat(fetch(TOOL)).isEqualTo(Checksum.sha256(BYTES));

        assertThat(github.requests(PATH))
                .hasSize(3)
                .allMatch(request -> request.header("Range").isEmpty());
    }

    @Test
    void aFileThatChangedMeanwhileBeginsAgain() throws IOException {
        github.misbehave(PATH, Publisher.brokenOffAfter(100_000, "ETag", "\"of-an-older-file\""));

        assertThat(fetch(TOOL)).isEqualTo(Checksum.sha256(BYTES));
    }

    @Test
    void whatAlwaysBreaksOffIsGivenUpWithAReason() {
        for (int i = 0; i < 4; i++) {
            github.misbehave(PATH, Publisher.brokenOffAfter(10));
        }

        assertThat(refusal(TOOL))
                .returns(Kind.UNREACHABLE, MirrorException::kind)
                .hasMessageContaining("broke off");
        assertThat(pauses).hasSize(3);
    }

    @Test
    void patienceIsShownAsLongAsItIsAskedFor() throws IOException {
        github.misbehave(PATH, Publisher.status(429, "Retry-After", "7"), Publisher.status(503));

        assertThat(fetch(TOOL)).isEqualTo(Checksum.sha256(BYTES));

        assertThat(pauses).hasSize(2).first().isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void whoAsksForTooMuchPatienceIsPassedOn() {
        github.misbehave(PATH, Publisher.status(429, "Retry-After", "3600"));

        MirrorException refusal = refusal(TOOL);

        assertThat(refusal.kind()).isEqualTo(Kind.BUSY);
        assertThat(refusal.after()).contains(Duration.ofHours(1));
        assertThat(pauses).isEmpty();
    }

    @Test
    void aLimitOfGitHubsAsksForPatienceToo() {
        github.misbehave(PATH, Publisher.status(403, "Retry-After", "900"));

        assertThat(refusal(TOOL).kind()).isEqualTo(Kind.BUSY);
    }

    @Test
    void whatIsNotThereIsSaidAtOnce() {
        assertThat(refusal(new UpstreamAddress("github.com", "/no/such")).kind())
                .isEqualTo(Kind.MISSING);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aServerThatSendsNothingForTooLongIsLeft() throws IOException {
        idle = Duration.ofMillis(200);
        for (int i = 0; i < 4; i++) {
            github.misbehave(PATH, (exchange, body) -> {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body, 0, 1000);
                exchange.getResponseBody().flush();
                waitUntilTheTestIsOver();
            });
        }

        assertThat(refusal(TOOL)).hasMessageContaining("nothing came for too long");
    }

    private void waitUntilTheTestIsOver() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void sizesAreBoundedWhetherAnnouncedOrNot() {
        most = 200_000;
        assertThat(refusal(TOOL)).hasMessageContaining("larger than");

        github.misbehave(PATH, (exchange, body) -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        assertThat(refusal(TOOL).kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void aLengthThatIsNoneIsRefused() throws IOException {
        try (ServerSocket liar = answering("HTTP/1.1 200 OK\r\nContent-Length: 12 or so\r\n\r\nhello")) {
            assertThat(refusal(at(liar), TOOL)).hasMessageContaining("no length that could be");
        }
    }

    @Test
    void moreThanWasAnnouncedIsNotTakenForTheFile() throws IOException {
        try (ServerSocket liar = answering("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nhello")) {
            assertThat(refusal(at(liar), TOOL)).hasMessageContaining("longer than it said");
        }
    }

    private Upstream at(ServerSocket server) {
        return new Upstream(
                rules(Map.of("github.com", URI.create("http://127.0.0.1:" + server.getLocalPort()))),
                Upstream.Names.OF_THE_SYSTEM);
    }

    private static ServerSocket answering(String text) throws IOException {
        var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(() -> {
            while (true) {
                try (Socket socket = server.accept()) {
                    assertThat(socket.getInputStream().read(new byte[4096])).isPositive();
                    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                    socket.getOutputStream().flush();
                } catch (IOException e) {
                    return;
                }
            }
        });
        return server;
    }

    @Test
    void redirectsAreFollowedWithinWhatStandsInForUpstream() throws IOException {
        github.misbehave(PATH, Publisher.redirect("/objects/1?sig=secret")).file("/objects/1", BYTES);

        assertThat(fetch(TOOL)).isEqualTo(Checksum.sha256(BYTES));
    }

    @Test
    void onlyListedHostsAreAskedAndOnlyUpstreamLeadsToOthers() {
        assertThat(refusal(new UpstreamAddress("evil.example.com", "/x"))).hasMessageContaining("not mirrored here");
        assertThat(refusal(new UpstreamAddress("objects.example.org", "/x"))).hasMessageContaining("not mirrored");

        github.misbehave(PATH, Publisher.redirect("https://evil.example.com/x"));
        assertThat(refusal(TOOL)).hasMessageContaining("leads to the host evil.example.com");
    }

    @Test
    void redirectsToThisMachineAndItsNetworkAreRefused() {
        for (String where : List.of(
                "http://127.0.0.1:9/x",
                "https://127.0.0.1/x",
                "https://10.1.2.3/x",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/x",
                "file:///etc/passwd",
                "https://localhost/x")) {
            github.misbehave(PATH, Publisher.redirect(where));

            assertThat(refusal(TOOL)).as(where).returns(Kind.REFUSED, MirrorException::kind);
        }
    }

    @Test
    void aListedNameThatLeadsIntoThePrivateNetworkIsNotConnectedTo() throws IOException {
        UpstreamAddress address = new UpstreamAddress("files.example.org", "/x");
        for (String at : List.of("127.0.0.1", "10.0.0.8", "169.254.169.254", "192.168.1.1", "::1", "fd00::1")) {
            InetAddress[] found = {InetAddress.ofLiteral(at)};

            assertThat(refusal(new Upstream(rules(Map.of()), host -> found), address))
                    .as(at)
                    .returns(Kind.REFUSED, MirrorException::kind)
                    .hasMessageContaining("private address");
        }
        github.misbehave(PATH, Publisher.redirect("https://objects.example.org/x"));
        InetAddress[] here = {InetAddress.getLoopbackAddress()};
        Upstream rebound = new Upstream(
                rules(Map.of("github.com", github.address())),
                host -> host.equals("objects.example.org") ? here : InetAddress.getAllByName(host));
        assertThat(refusal(rebound, TOOL)).hasMessageContaining("objects.example.org is at the private address");
    }

    @Test
    void aNameIsLookedUpOnceForAConnectionSoThatItCannotChangeInBetween() {
        privates = Set.of("127.0.0.3");
        idle = Duration.ofMillis(200);
        var asked = new AtomicInteger();
        Upstream upstream = new Upstream(rules(Map.of()), host ->
                new InetAddress[] {InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "127.0.0.3" : "127.0.0.1")});

        // The listed address is tried (and nobody answers there); by the second attempt the name has moved.
        assertThat(refusal(upstream, new UpstreamAddress("files.example.org", "/x")))
                .hasMessageContaining("127.0.0.1");
        assertThat(asked).hasValue(2);
    }

    @Test
    void theHubsOwnTokenIsShownToGitHubForListedRepositoriesOnly() throws IOException {
        for (String path : List.of("/repos/acme/private/releases", "/repos/open/any/tags", "/repos/acme/other/tags")) {
            github.file(path, BYTES);
            fetch(new UpstreamAddress("api.github.com", path));
        }
        fetch(TOOL);

        assertThat(github.requests("/repos/acme/private/releases").getFirst().header("Authorization"))
                .isEqualTo("Bearer our-token");
        assertThat(github.requests("/repos/open/any/tags").getFirst().header("Authorization"))
                .isEqualTo("Bearer our-token");
        assertThat(github.requests("/repos/acme/other/tags").getFirst().header("Authorization"))
                .isEmpty();
        assertThat(github.requests(PATH).getFirst().header("Authorization")).isEmpty();
    }

    @Test
    void theTokenDoesNotFollowARedirectElsewhere() throws IOException {
        github.misbehave("/repos/acme/private/assets/1", Publisher.redirect("/elsewhere"))
                .file("/elsewhere", BYTES);

        fetch(new UpstreamAddress("api.github.com", "/repos/acme/private/assets/1"));

        assertThat(github.requests("/elsewhere").getFirst().header("Authorization"))
                .isEmpty();
    }

    @Test
    void hostsBelowAListedOneAreListed() {
        assertThat(rules(Map.of()).mayBeAsked("a.b.example.net")).isTrue();
        assertThat(rules(Map.of()).mayBeAsked("example.net")).isFalse();
        assertThat(rules(Map.of()).mayBeAsked("badexample.net")).isFalse();
    }

    @Test
    void addressesThatClimbOrCarryMoreThanAPathAreNone() {
        for (String bad : List.of(
                "/a/../b", "/a/%2e%2E/b", "/a/.", "/a%2fb", "relative", "/with space", "/back\\slash", "/x#y")) {
            assertThatThrownBy(() -> new UpstreamAddress("github.com", bad))
                    .as(bad)
                    .isInstanceOf(MirrorException.class);
        }
        for (String bad : List.of("", "-x", "a..b", "a b", "user@host", "host:80")) {
            assertThatThrownBy(() -> new UpstreamAddress(bad, "/")).as(bad).isInstanceOf(MirrorException.class);
        }
        assertThat(UpstreamAddress.of(URI.create("https://GitHub.com/a?b=c")))
                .hasToString("https://github.com/a?b=c")
                .returns("/a", UpstreamAddress::file);
    }
}
