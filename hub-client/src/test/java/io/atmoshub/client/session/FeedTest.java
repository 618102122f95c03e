package io.atmoshub.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.atmoshub.client.testing.LoopbackHub;
import io.atmoshub.client.wire.Credential;
import io.atmoshub.client.wire.Wire;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.Problem;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Sessions;
import io.atmoshub.hub.session.Subscription;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.testing.Await;
import io.atmoshub.hub.testing.Follower;
import io.atmoshub.hub.testing.InMemoryHub;
import io.atmoshub.hub.token.Scope;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Connections break; what a listener hears does not.
class FeedTest {
    private static final Patience QUICK =
            new Patience(Duration.ofSeconds(5), Duration.ofMillis(10), Duration.ofMillis(40), Duration.ofSeconds(30));

    private final InMemoryHub hub = InMemoryHub.withPeople();
    private final Sessions ana = hub.as("ana").sessions();
    private final Follower follower = new Follower();
    private LoopbackHub server;
    private Wire wire;
    private SessionId id;

    @BeforeEach
    void serve() throws Exception {
        server = LoopbackHub.serving(hub);
        wire = new Wire(server.address(), new Credential.Token(hub.token("ana", Scope.READ, Scope.CHAT)));
        id = ana.create(new NewSession(hub.project("acme").id(), null, Visibility.PRIVATE))
                .id();
    }

    @AfterEach
    void stop() {
        wire.close();
        server.close();
    }

    @Test
    void afterABreakItGoesOnWhereItWas() {
        try (var held = follow(QUICK)) {
            assertThat(held).isNotNull();
            for (int round = 1; round <= 4; round++) {
                rename(3);
                int last = round * 3;
                follower.awaitEvent("event " + last, e -> e.seq() == last);
                server.dropStreams();
                rename(0);
            }
            rename(1);
            follower.awaitEvent("event 13", e -> e.seq() == 13);
        }
        assertOnceEach(13);
        assertThat(server.streamsOpened()).isGreaterThan(1);
    }

    @Test
    void aHubThatWasAwayIsFoundAgain() throws Exception {
        try (var held = follow(QUICK)) {
            assertThat(held).isNotNull();
            rename(1);
            follower.awaitEvent("event 1", e -> e.seq() == 1);
            int port = server.port();
            server.close();
            rename(2);
            server = LoopbackHub.serving(hub, port);
            follower.awaitEvent("event 3", e -> e.seq() == 3);
        }
        assertOnceEach(3);
    }

    /// As long as it starts, a server says of every page that there is none.
    @Test
    void aServerThatIsStillWithoutItsHubIsAskedAgain() throws Exception {
        try (var held = follow(QUICK)) {
            assertThat(held).isNotNull();
            rename(1);
            follower.awaitEvent("event 1", e -> e.seq() == 1);
            int port = server.port();
            server.close();
            var asked = new CountDownLatch(3);
            HttpServer empty = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            empty.createContext("/", exchange -> {
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
                asked.countDown();
            });
            empty.start();
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            empty.stop(0);
            rename(1);
            server = LoopbackHub.serving(hub, port);
            follower.awaitEvent("event 2", e -> e.seq() == 2);
        }
        assertOnceEach(2);
    }

    @Test
    void aSilentConnectionIsMadeAnew() {
        server.silence(true);
        try (var held = follow(new Patience(
                Duration.ofMillis(300), Duration.ofMillis(10), Duration.ofMillis(40), Duration.ofSeconds(30)))) {
            assertThat(held).isNotNull();
            Await.until("the silent stream", () -> server.streamsOpened() == 1);
            server.silence(false);
            rename(1);
            follower.awaitEvent("event 1", e -> e.seq() == 1);
        }
    }

    @Test
    void aHubThatStaysAwayEndsTheFeedInTheEnd() {
        try (var held = follow(new Patience(
                Duration.ofSeconds(5), Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(200)))) {
            assertThat(held).isNotNull();
            server.close();

            assertThat(follower.awaitEnd().code()).isEqualTo(ErrorCode.UNAVAILABLE);
        }
    }

    @Test
    void aHubThatIsBusyIsAskedAgain() {
        try (var held = follow(QUICK)) {
            assertThat(held).isNotNull();
            var busy = new HubException(ErrorCode.UNAVAILABLE, "The hub is starting.", "Wait.");
            server.answerAll(new LoopbackHub.Canned(503, Problem.MEDIA_TYPE, HubJson.write(Problem.of(busy))));
            server.dropStreams();
            rename(1);
            server.answerAll(null);

            follower.awaitEvent("event 1", e -> e.seq() == 1);
        }
    }

    @Test
    void aHubThatSaysThatItStopsIsFoundAgain() {
        try (var held = follow(QUICK)) {
            assertThat(held).isNotNull();
            rename(1);
            follower.awaitEvent("event 1", e -> e.seq() == 1);
            hub.restart();
            rename(2);
            follower.awaitEvent("event 3", e -> e.seq() == 3);
        }
        assertOnceEach(3);
    }

    @Test
    void aRefusalAfterABreakEndsTheFeed() {
        try (var held = follow(QUICK)) {
            assertThat(held).isNotNull();
            var tokens = hub.as("ana").tokens();
            tokens.list().forEach(token -> tokens.revoke(token.id()));
            server.dropStreams();

            assertThat(follower.awaitEnd().code()).isEqualTo(ErrorCode.NOT_SIGNED_IN);
        }
    }

    private Subscription follow(Patience patience) {
        return Feed.open(wire, id, 0, follower, patience);
    }

    private void rename(int times) {
        for (int i = 0; i < times; i++) {
            ana.rename(id, new SessionName("Name " + i));
        }
    }

    private void assertOnceEach(int count) {
        assertThat(follower.events().stream().map(SessionEvent::seq).toList())
                .isEqualTo(LongStream.rangeClosed(1, count).boxed().toList());
    }
}
