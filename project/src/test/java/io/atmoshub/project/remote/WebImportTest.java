package io.atmoshub.project.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.atmoshub.project.Limits;
import io.atmoshub.project.remote.RemoteException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebImportTest {
    private static final Patience QUICK =
            new Patience(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(1));
    private static final Limits LAPTOP = Limits.laptop(Map.of());

    @TempDir
    Path folder;

    private HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            answer(exchange, 404, "");
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aFileIsFetchedOnceARun() throws IOException {
        offer("/vpc.yaml", "vars: {}\n");
        Remotes remotes = remotes(LAPTOP);

        RemoteCopy copy = remotes.get(web("/vpc.yaml"), Optional.empty());
        remotes.get(web("/vpc.yaml"), Optional.empty());

        assertThat(copy.folder().resolve(copy.path())).hasContent("vars: {}");
        assertThat(asked).containsExactly("/vpc.yaml");
    }

    @Test
    void aLaterRunAsksAgainUnlessTheCopyMayBeOlder() throws IOException {
        offer("/vpc.yaml", "vars: {a: 1}\n");
        remotes(LAPTOP).get(web("/vpc.yaml"), Optional.empty());

        Remotes later = new Remotes(
                LAPTOP, QUICK, new RemoteCache(folder), Instant.now().plusSeconds(1));
        later.get(web("/vpc.yaml"), Optional.of(Duration.ofHours(1)));
        assertThat(asked).hasSize(1);

        later.get(web("/vpc.yaml"), Optional.empty());
        assertThat(asked).hasSize(2);
    }

    @Test
    void theCopyDoesWhenTheServerIsGone() throws IOException {
        offer("/vpc.yaml", "vars: {a: 1}\n");
        remotes(LAPTOP).get(web("/vpc.yaml"), Optional.empty());
        RemoteAddress.Web address = web("/vpc.yaml");
        server.stop(0);

        Remotes later = new Remotes(
                LAPTOP, QUICK, new RemoteCache(folder), Instant.now().plusSeconds(1));
        RemoteCopy copy = later.get(address, Optional.empty());
        later.get(address, Optional.empty());

        assertThat(copy.folder().resolve(copy.path())).hasContent("vars: {a: 1}");
        assertThat(later.notes()).singleElement().asString().contains("can't be fetched", "The copy of 20");
    }

    @Test
    void withoutACopyAServerThatIsGoneIsSaid() {
        RemoteAddress.Web address = web("/vpc.yaml");
        server.stop(0);

        RemoteException refusal = refusal(LAPTOP, address);

        assertThat(refusal.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(refusal.hint()).contains("Check the address and the network.");
    }

    @Test
    void whatIsNotThereIsMissing() {
        RemoteException refusal = refusal(LAPTOP, web("/none.yaml"));

        assertThat(refusal.kind()).isEqualTo(Kind.MISSING);
        assertThat(refusal.problem()).contains("/none.yaml", "404");
    }

    @Test
    void redirectsAreFollowed() throws IOException {
        redirect("/old.yaml", "/new.yaml");
        offer("/new.yaml", "vars: {}\n");

        RemoteCopy copy = remotes(LAPTOP).get(web("/old.yaml"), Optional.empty());

        assertThat(copy.folder().resolve(copy.path())).hasContent("vars: {}");
    }

    @Test
    void redirectsInACircleEnd() {
        redirect("/a.yaml", "/b.yaml");
        redirect("/b.yaml", "/a.yaml");

        assertThat(refusal(LAPTOP, web("/a.yaml")).problem()).contains("without end");
    }

    @Test
    void aHostThatNobodyListedIsNotAsked() {
        Limits limits = Limits.server(folder, Set.of("example.org"));

        RemoteException refusal = refusal(limits, web("/vpc.yaml"));

        assertThat(refusal.kind()).isEqualTo(Kind.REFUSED);
        assertThat(refusal.problem()).isEqualTo("The host 127.0.0.1 may not be reached here.");
        assertThat(asked).isEmpty();
    }

    @Test
    void aListedNameThatLeadsToAPrivateAddressIsNotAsked() {
        Limits limits = Limits.server(folder, Set.of("localhost"));
        var address = RemoteAddress.of("http://localhost:%d/vpc.yaml".formatted(port()));

        RemoteException refusal = refusal(limits, address);

        assertThat(refusal.problem()).contains("localhost is at the private address 127.0.0.1");
        assertThat(asked).isEmpty();
    }

    @Test
    void aPrivateAddressThatIsListedItselfIsAsked() throws IOException {
        offer("/vpc.yaml", "vars: {}\n");

        RemoteCopy copy = remotes(Limits.server(folder, Set.of("127.0.0.1"))).get(web("/vpc.yaml"), Optional.empty());

        assertThat(copy.folder().resolve(copy.path())).hasContent("vars: {}");
    }

    @Test
    void aRedirectToAPrivateAddressIsNotFollowed() {
        redirect("/old.yaml", "http://127.0.0.2:%d/secret.yaml".formatted(port()));
        redirect("/named.yaml", "http://localhost:%d/secret.yaml".formatted(port()));
        Limits limits = Limits.server(folder, Set.of("127.0.0.1", "localhost."));

        assertThat(refusal(limits, web("/old.yaml")).problem()).contains("127.0.0.2 may not be reached", "leads there");
        assertThat(refusal(limits, web("/named.yaml")).problem()).contains("localhost may not be reached");
        assertThat(asked).containsExactly("/old.yaml", "/named.yaml");
    }

    @Test
    void aRedirectToAnythingButTheWebIsNotFollowed() {
        redirect("/old.yaml", "file:///etc/passwd");

        assertThat(refusal(LAPTOP, web("/old.yaml")).problem()).contains("not followed");
    }

    @Test
    void aCopyIsNotReadWhereItsHostIsNotListed() throws IOException {
        offer("/vpc.yaml", "vars: {}\n");
        remotes(LAPTOP).get(web("/vpc.yaml"), Optional.empty());

        assertThat(refusal(Limits.server(folder, Set.of()), web("/vpc.yaml")).kind())
                .isEqualTo(Kind.REFUSED);
    }

    @Test
    void fiftyMegabytesAreRefusedBeforeTheyCome() {
        server.createContext("/big.yaml", exchange -> stream(exchange, 50L << 20));
        server.createContext("/endless.yaml", exchange -> stream(exchange, 0));

        assertThat(refusal(LAPTOP, web("/big.yaml")).problem()).contains("longer than 16 MiB");
        assertThat(refusal(LAPTOP, web("/endless.yaml")).problem()).contains("longer than 16 MiB");
    }

    @Test
    void aServerThatSaysNothingIsLeft() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var address = RemoteAddress.of("http://127.0.0.1:%d/vpc.yaml".formatted(silent.getLocalPort()));

            assertThat(refusal(LAPTOP, address).problem()).contains("nothing came for too long");
        }
    }

    @Test
    void aServerThatGivesOneByteAfterTheOtherIsLeft() throws IOException {
        try (ServerSocket dripping = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> drip(dripping));
            var address = RemoteAddress.of("http://127.0.0.1:%d/vpc.yaml".formatted(dripping.getLocalPort()));

            assertThat(refusal(LAPTOP, address).problem()).contains("more than 1 seconds");
        }
    }

    @Test
    void theTokenForGitHubGoesNowhereElse() throws IOException {
        var seen = new CopyOnWriteArrayList<String>();
        server.createContext("/vpc.yaml", exchange -> {
            seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            answer(exchange, 200, "vars: {}\n");
        });

        remotes(Limits.laptop(Map.of("GITHUB_TOKEN", "s3cret"))).get(web("/vpc.yaml"), Optional.empty());
        var named = RemoteAddress.of("http://ana:pw@127.0.0.1:%d/vpc.yaml".formatted(port()));
        remotes(LAPTOP).get(named, Optional.empty());

        assertThat(seen).containsExactly("null", "Basic YW5hOnB3");
    }

    private static void drip(ServerSocket server) {
        try (Socket client = server.accept();
                OutputStream out = client.getOutputStream()) {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var never = new CountDownLatch(1);
            for (int i = 0; i < 1000 && !never.await(50, TimeUnit.MILLISECONDS); i++) {
                out.write('a');
                out.flush();
            }
        } catch (IOException | InterruptedException e) {
            // The client left, as it should.
        }
    }

    private static void stream(HttpExchange exchange, long length) throws IOException {
        exchange.sendResponseHeaders(200, length);
        byte[] block = new byte[1 << 16];
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 800; i++) {
                out.write(block);
            }
        } catch (IOException e) {
            // The client left, as it should.
        }
    }

    private void offer(String path, String text) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().toString());
            answer(exchange, 200, text);
        });
    }

    private void redirect(String path, String to) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.getResponseHeaders().add("Location", to);
            answer(exchange, 302, "");
        });
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private RemoteException refusal(Limits limits, RemoteAddress address) {
        RemoteException refusal = catchThrowableOfType(
                RemoteException.class, () -> remotes(limits).get(address, Optional.empty()));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private Remotes remotes(Limits limits) {
        return new Remotes(limits, QUICK, new RemoteCache(folder), Instant.EPOCH);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private RemoteAddress.Web web(String path) {
        return (RemoteAddress.Web) RemoteAddress.of("http://127.0.0.1:" + port() + path);
    }

    @Test
    void theCacheOfAPersonIsInTheirCacheFolder() throws IOException {
        offer("/vpc.yaml", "vars: {}\n");
        Path home = Files.createDirectory(folder.resolve("home"));

        RemoteCopy copy =
                Remotes.under(Limits.laptop(Map.of("HOME", home.toString()))).get(web("/vpc.yaml"), Optional.empty());

        assertThat(copy.folder()).startsWith(home.resolve(".cache/atmos-hub/imports"));
    }
}
