package io.atmoshub.server.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.atmoshub.server.launcher.CannotStart;
import io.atmoshub.server.launcher.child.Signal;
import io.atmoshub.server.launcher.child.Tether;
import io.atmoshub.server.schema.DatabaseLogin;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// PostgreSQL as a child, with everything that may happen to it.
class EmbeddedPostgresIT {
    @TempDir
    static Path unpackedOnce;

    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws Exception {
        folder = Files.createTempDirectory("atmos-hub-postgres-it-");
        Path programs = PostgresBinaries.unpackedIn(unpackedOnce).folder();
        var copy = new ProcessBuilder("cp", "-a", programs.toString(), folder.toString()).start();
        assertThat(copy.waitFor()).isZero();
    }

    @AfterEach
    void deleteFolder() throws IOException {
        new StalePostmaster(folder.resolve("postgres-data")).clear();
        Trees.delete(folder);
    }

    @Test
    void itIsDurableAsksForAPasswordAndListensOnLoopbackOnly() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(postgres, "show data_checksums")).isEqualTo("on");
            assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            DatabaseLogin login = postgres.owner("postgres");
            assertThatThrownBy(() -> DriverManager.getConnection(login.url(), login.user(), "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void itStopsCleanlyAndComesBackAtTheSamePortWithItsData() throws Exception {
        int port;
        try (EmbeddedPostgres postgres = start()) {
            port = postgres.port();
            write(postgres, "create table pebble as select 42 as weight");
        }
        assertThat(folder.resolve("postgres-data/postmaster.pid")).doesNotExist();

        try (EmbeddedPostgres again = start()) {
            assertThat(again.port()).isEqualTo(port);
            assertThat(ask(again, "select weight from pebble")).isEqualTo("42");
        }
    }

    @Test
    void killedItComesBackAtTheFirstTry() throws Exception {
        EmbeddedPostgres postgres = start();
        write(postgres, "create table pebble as select 42 as weight");
        Signal.KILL.sendTo(postgres.process().pid());
        assertThat(postgres.process().endsWithin(Duration.ofSeconds(10))).isTrue();

        try (EmbeddedPostgres again = start()) {
            assertThat(ask(again, "select weight from pebble")).isEqualTo("42");
        }
    }

    @Test
    void whenItsLauncherIsKilledItEndsAndTheNextStartWorksAtOnce() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            write(postgres, "create table pebble as select 42 as weight");
        }
        Process launcher = holder(List.of(), System.getProperty("java.class.path"));
        long postmaster = pidFrom(launcher);
        launcher.destroyForcibly().waitFor();

        try (EmbeddedPostgres again = start()) {
            assertThat(ask(again, "select weight from pebble")).isEqualTo("42");
            assertThat(again.process().pid()).isNotEqualTo(postmaster);
            assertThat(new StalePostmaster(folder.resolve("postgres-data"))
                            .orphans()
                            .isOne(postmaster))
                    .isFalse();
        }
    }

    @Test
    void whenBothAreKilledTheNextStartWorksAtOnce() throws Exception {
        Process launcher = holder(List.of(), System.getProperty("java.class.path"));
        Signal.KILL.sendTo(pidFrom(launcher));
        launcher.destroyForcibly().waitFor();

        try (EmbeddedPostgres again = start()) {
            assertThat(ask(again, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aPidFileThatNamesSomebodyElseHarmsNobody() throws Exception {
        start().close();
        Path pidFile = folder.resolve("postgres-data/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + folder + "\n");

        try (EmbeddedPostgres again = start()) {
            assertThat(ask(again, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void halfUnpackedProgramsAreUnpackedAgain() throws Exception {
        Path half = Files.createDirectories(folder.resolve("unpacking-7/bin"));
        start().close();
        assertThat(half).doesNotExist();
        Files.delete(folder.resolve("postgres-18.6/share/postgresql/postgres.bki"));

        try (EmbeddedPostgres again = start()) {
            assertThat(ask(again, "select 1")).isEqualTo("1");
        }
        assertThat(folder.resolve("postgres-18.6/share/postgresql/postgres.bki"))
                .exists();
    }

    @Test
    void anInterruptedInitdbIsForgotten() throws Exception {
        Files.createDirectories(folder.resolve("initdb-1/data/base"));

        try (EmbeddedPostgres postgres = start()) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
        assertThat(folder.resolve("initdb-1")).doesNotExist();
    }

    @Test
    void dataOfAnotherVersionIsRefused() throws Exception {
        start().close();
        Files.writeString(folder.resolve("postgres-data/PG_VERSION"), "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("18");
    }

    @Test
    void aSecondLauncherOnTheSameFolderIsRefused() throws Exception {
        Process launcher = holder(List.of(), System.getProperty("java.class.path"));
        pidFrom(launcher);
        try {
            assertThatThrownBy(() -> DataLock.take(folder, Duration.ofMillis(200)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("process " + launcher.pid());
        } finally {
            launcher.destroyForcibly().waitFor();
        }
    }

    @Test
    void anOrdinaryUserRunsItToo() throws Exception {
        List<String> nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");
        assumeTrue(
                Tether.succeeds(Tether.joined(nobody, List.of("true"))),
                "becoming an ordinary user needs root and setpriv");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        String classPath = copied(System.getProperty("java.class.path"), classes);
        Path own = Files.createDirectory(folder.resolve("own"));
        open(folder, "rwxr-xr-x");
        open(own, "rwxrwxrwx");

        Process launcher = holder(nobody, classPath, own);
        long postmaster = pidFrom(launcher);

        assertThat(Files.getAttribute(Path.of("/proc", Long.toString(postmaster)), "unix:uid"))
                .isEqualTo(65534);
        launcher.destroyForcibly().waitFor();
        new StalePostmaster(own.resolve("postgres-data")).clear();
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, EmbeddedPostgres.DURABLE);
    }

    private Process holder(List<String> prefix, String classPath) throws IOException {
        return holder(prefix, classPath, folder);
    }

    private static Process holder(List<String> prefix, String classPath, Path folder) throws IOException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-cp",
                classPath,
                Holder.class.getName(),
                folder.toString());
        return new ProcessBuilder(Tether.joined(prefix, java))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static long pidFrom(Process holder) throws IOException {
        try (var lines = holder.inputReader()) {
            String line = lines.readLine();
            assertThat(line).as("PostgreSQL of the other process came up").isNotNull();
            return Long.parseLong(line);
        }
    }

    /// What the tests stand on may lie where only root looks.
    private static String copied(String classPath, Path to) throws Exception {
        var copies = new ArrayList<String>();
        for (String entry : classPath.split(File.pathSeparator)) {
            if (entry.contains("testcontainers") || entry.contains("arm64") || !new File(entry).exists()) {
                continue;
            }
            Path copy = to.resolve(copies.size() + "-" + Path.of(entry).getFileName());
            var cp = new ProcessBuilder("cp", "-r", entry, copy.toString()).start();
            assertThat(cp.waitFor(30, TimeUnit.SECONDS)).isTrue();
            copies.add(copy.toString());
        }
        new ProcessBuilder("chmod", "-R", "a+rX", to.toString()).start().waitFor();
        return String.join(File.pathSeparator, copies);
    }

    private static void open(Path folder, String permissions) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }

    private static String ask(EmbeddedPostgres postgres, String question) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void write(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        DatabaseLogin login = postgres.owner("postgres");
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }
}
