package io.atmoshub.it;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.server.launcher.HubProcess;
import io.atmoshub.server.launcher.postgres.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A hub of the tests: the distribution, as people start it, in a folder of its own.
final class TestHub implements AutoCloseable {
    static final String ADMIN_PASSWORD = "a password for tests";

    private final Map<String, String> environment;
    private final HubProcess process;
    private final Path projectRoot;

    private TestHub(Path home, Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.process = HubProcess.start(distribution(), home, environment).awaitReady();
        this.projectRoot = folder(home, "projects");
    }

    static Path distribution() {
        return Path.of(System.getProperty("hub.distribution")).toAbsolutePath().normalize();
    }

    /// With the embedded database; the folder may have been used before.
    static TestHub start(Path data) {
        return start(data, Map.of());
    }

    /// One more node on a database.
    static TestHub startOn(TestPostgres.Database database, Path data) {
        return start(
                data,
                Map.of(
                        "ATMOS_HUB_DB_URL", database.owner().url(),
                        "ATMOS_HUB_DB_USER", database.owner().user(),
                        "ATMOS_HUB_DB_PASSWORD", database.owner().password()));
    }

    static TestHub start(Path data, Map<String, String> more) {
        Path home = folder(data, "hub");
        Map<String, String> environment = new HashMap<>(Map.of(
                "ATMOS_HUB_ADMIN_PASSWORD",
                ADMIN_PASSWORD,
                "ATMOS_HUB_JAVA_OPTS",
                coverage(Path.of(System.getProperty("coverage.server")))));
        environment.putAll(more);
        return new TestHub(home, environment);
    }

    /// Once more, after its end: with the same data, at the same address.
    TestHub again() {
        Map<String, String> same = new HashMap<>(environment);
        same.put("ATMOS_HUB_HTTP_PORT", Integer.toString(process.port()));
        return new TestHub(process.data(), same);
    }

    /// The option that has a JVM write down which lines it ran; nothing where there is no agent.
    static String coverage(Path into) {
        Path agent = Path.of(System.getProperty("coverage.agent"));
        return Files.exists(agent)
                ? "-javaagent:%s=destfile=%s,append=true,includes=io.atmoshub.*"
                        .formatted(agent, into.toAbsolutePath().normalize())
                : "";
    }

    /// In the bundled project, open to everybody.
    static Session newSession(Hub hub) {
        var project = hub.projects().list(PageRequest.first(1)).items().getFirst();
        return hub.sessions().create(new NewSession(project.id(), null, Visibility.SHARED));
    }

    String address() {
        return process.url().toString();
    }

    Path projectRoot() {
        return projectRoot;
    }

    Visitor admin() {
        return Visitor.signedIn(address(), "admin", ADMIN_PASSWORD);
    }

    String adminToken() {
        return admin().token("READ", "CHAT", "ADMIN");
    }

    HubProcess process() {
        return process;
    }

    /// `kill -9` of one part; then waits until the others have followed it.
    void pullThePlugOf(HubProcess.Part part) {
        List<ProcessHandle> parts = parts();
        process.kill(part);
        parts.forEach(each -> each.onExit().join());
    }

    List<ProcessHandle> parts() {
        return Stream.of(HubProcess.Part.values()).map(this::handle).toList();
    }

    @Override
    public void close() {
        process.close();
    }

    private ProcessHandle handle(HubProcess.Part part) {
        return ProcessHandle.of(process.pid(part)).orElseThrow();
    }

    private static Path folder(Path in, String name) {
        try {
            return Files.createDirectories(in.resolve(name)).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
