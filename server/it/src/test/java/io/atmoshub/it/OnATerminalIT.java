package io.atmoshub.it;

import static io.atmoshub.it.Visitor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.server.launcher.child.Tether;
import io.atmoshub.server.launcher.settings.Settings.TlsFiles;
import io.atmoshub.server.launcher.tls.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// A hub as somebody tries it out on a server: on a terminal, as an ordinary user, over HTTPS with a certificate made
/// by oneself, in a folder where an earlier first start was broken off.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OnATerminalIT {
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOPS_WITHIN = Duration.ofMinutes(1);

    private static Path place;
    private static Path data;
    private static String address;
    private static Identity identity;
    private static Command terminal;
    private static Visitor admin;

    @BeforeAll
    static void start() throws Exception {
        place = Files.createTempDirectory("atmos-hub-terminal-");
        data = Files.createDirectories(place.resolve("data/unpacking-7/bin"))
                .resolve("../..")
                .normalize();
        Files.writeString(
                Files.createDirectories(data.resolve("postgres-18.6/bin")).resolve("postgres"), "half of it");
        TlsFiles tls = new Certificate(place).make();
        identity = Identity.read(tls);
        sh("chmod -R a+rwX '%s'".formatted(place));
        int port;
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = door.getLocalPort();
        }
        address = "https://localhost:" + port;
        // Without exec some shells stay in between, and end by the Ctrl-C that the hub takes for an order.
        String hub =
                "exec " + String.join(" ", Tether.joined(ordinaryUser(), List.of(distribution() + "/bin/atmos-hub")));
        var builder = new ProcessBuilder("script", "--quiet", "--return", "--command", hub, "/dev/null");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("HOME", place.toString());
        builder.environment().put("ATMOS_HUB_DATA", data.toString());
        builder.environment().put("ATMOS_HUB_HTTP_PORT", Integer.toString(port));
        builder.environment().put("ATMOS_HUB_TLS_CERT", tls.certificate().toString());
        builder.environment().put("ATMOS_HUB_TLS_KEY", tls.key().toString());
        terminal = new Command(builder);
        terminal.await("Atmos Hub is ready: " + address, STARTS_WITHIN);
    }

    @AfterAll
    static void clear() throws Exception {
        terminal.close();
        sh("rm -rf '%s'".formatted(place));
    }

    @Test
    @Order(1)
    void theFirstPasswordIsShownAndWorks() {
        terminal.await("shown only now: ", STOPS_WITHIN);
        terminal.await("\n", STOPS_WITHIN);
        Matcher shown = Pattern.compile("shown only now: (\\S+)").matcher(terminal.printed());
        assertThat(shown.find()).isTrue();
        admin = new Visitor(address, client -> client.sslContext(identity.trustingOnlyThis()));

        var signedIn = admin.signIn("admin", shown.group(1));

        assertThat(signedIn.headers().firstValue("Location").orElse(""))
                .startsWith("/")
                .doesNotContain("error");
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.matches("(?i).*; secure.*") && cookie.contains("HttpOnly"));
        assertThat(json(admin.get("/api/v1/account")).get("person").get("login").asString())
                .isEqualTo("admin");
        assertThat(data.resolve("admin-password")).doesNotExist();
    }

    @Test
    @Order(2)
    void underHttpsBrowsersAreToldToStayThere() {
        var page = admin.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(page.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.matches("(?i).*; secure.*"));
    }

    /// There is one door, and it speaks HTTPS: nothing is ever sent on in the clear, not even a redirect.
    @Test
    @Order(2)
    void plainHttpIsNotSpoken() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest plain = HttpRequest.newBuilder(URI.create(address.replace("https", "http") + "/login"))
                    .timeout(Duration.ofSeconds(10))
                    .build();

            assertThatThrownBy(() -> client.send(plain, HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    @Order(3)
    void noPartOfItRunsAsRootWhenItWasStartedByAnOrdinaryUser() {
        List<ProcessHandle> parts = partsOfTheHub();

        assertThat(parts).hasSizeGreaterThan(2);
        if (!ordinaryUser().isEmpty()) {
            assertThat(parts).allMatch(part -> "65534".equals(userOf(part)));
        }
    }

    @Test
    @Order(4)
    void ctrlCStopsAllOfIt() throws Exception {
        terminal.type("\u0003");

        assertThat(terminal.exitCode(STOPS_WITHIN)).isZero();
        assertThat(terminal.printed()).contains("Stopping Atmos Hub").doesNotContain("ended by itself");
        assertThat(partsOfTheHub()).isEmpty();
        assertThat(data.resolve("server"))
                .as("the next start finds the server's classes ready")
                .isDirectoryContaining("glob:**/classes-*.jsa");
    }

    /// The server and the processes of PostgreSQL, which name the folder or work in it.
    private static List<ProcessHandle> partsOfTheHub() {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .filter(process -> worksIn(process, data))
                .toList();
    }

    private static boolean worksIn(ProcessHandle process, Path folder) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .startsWith(folder);
        } catch (IOException e) {
            return false;
        }
    }

    private static String userOf(ProcessHandle process) {
        try {
            return Files.getAttribute(Path.of("/proc", Long.toString(process.pid())), "unix:uid")
                    .toString();
        } catch (IOException e) {
            return "gone";
        }
    }

    /// How to become one; nothing for who is one already.
    private static List<String> ordinaryUser() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        if (Tether.succeeds(Tether.joined(AS_NOBODY, List.of("test", "-x", java)))) {
            return AS_NOBODY;
        }
        System.out.printf(
                "%n*** THE HUB AS AN ORDINARY USER IS NOT TESTED: root can't become nobody here (setpriv), or nobody can't run %s. ***%n%n",
                java);
        return List.of();
    }

    /// Where an ordinary user can't look, for the project lies in somebody's home, a copy serves.
    private static Path distribution() throws Exception {
        Path distribution = TestHub.distribution();
        if (ordinaryUser().isEmpty()
                || Tether.succeeds(Tether.joined(
                        AS_NOBODY,
                        List.of(
                                "test",
                                "-x",
                                distribution.resolve("bin/atmos-hub").toString())))) {
            return distribution;
        }
        Path copy = place.resolve("atmos-hub");
        sh("cp -r '%s' '%s' && chmod -R a+rX '%s'".formatted(distribution, copy, copy));
        return copy;
    }

    private static void sh(String command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor())
                .as(command)
                .isZero();
    }
}
