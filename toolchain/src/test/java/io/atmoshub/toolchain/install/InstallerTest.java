package io.atmoshub.toolchain.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.Installable;
import io.atmoshub.toolchain.Packing;
import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.Progress;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.fetch.Web;
import io.atmoshub.toolchain.fetch.WebRules;
import io.atmoshub.toolchain.install.ToolsFolder.Installed;
import io.atmoshub.toolchain.testing.Archives;
import io.atmoshub.toolchain.testing.Archives.Entry;
import io.atmoshub.toolchain.testing.FakeGitHub;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tool is there whole or not at all, and stays what it was.
class InstallerTest {
    private static final ToolId TOOL = new ToolId("acme/tool");
    private static final Platform LINUX = new Platform("linux", "amd64");

    @TempDir
    Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Progress progress = new Progress() {
        @Override
        public Meter of(String what) {
            return Meter.NONE;
        }

        @Override
        public void say(String sentence) {
            said.add(sentence);
        }
    };
    private FakeGitHub github;
    private byte[] archive;
    private URI address;
    private ToolsFolder tools;

    @BeforeEach
    void serve() throws Exception {
        github = new FakeGitHub();
        archive = archive("1.0.0");
        address = github.asset("acme/tool", "v1.0.0", "tool.tar.gz", archive);
        tools = new ToolsFolder(folder.resolve(".tools"));
    }

    @AfterEach
    void stop() {
        github.close();
    }

    private static byte[] archive(String version) throws IOException {
        byte[] weight = new byte[400_000];
        new Random(3).nextBytes(weight);
        return Archives.tarGz(List.of(
                Entry.program("tool-1.0.0/bin/tool", "#!/bin/sh\necho %s \"$@\"\n".formatted(version)),
                Entry.file("tool-1.0.0/lib/data", weight),
                Entry.link("tool-1.0.0/lib/link", "data")));
    }

    private Installer.Outcome install(Installable tool, boolean again) {
        return InstallOnce.install(tools.root(), folder.resolve("cache"), tool, progress, again, Optional.empty());
    }

    private Installer.Outcome install() {
        return install(InstallOnce.tool(address, Checksum.sha256(archive)), false);
    }

    @Test
    void theProgramIsDirectlyInTheVersionsFolderAndRuns() throws Exception {
        Installer.Outcome outcome = install();

        assertThat(outcome.fresh()).isTrue();
        Path program = folder.resolve(".tools/acme/tool/1.0.0/tool");
        assertThat(program).isExecutable();
        assertThat(outcome.installed().program()).contains(program);
        assertThat(new ProcessBuilder(program.toString(), "x")
                        .start()
                        .inputReader()
                        .readLine())
                .isEqualTo("1.0.0 x");
        assertThat(install().fresh()).isFalse();
        assertThat(github.requests("/acme/tool/releases/download/v1.0.0/tool.tar.gz"))
                .hasSize(1);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void whatWasInstalledIsWrittenDown() throws Exception {
        InstallRecord kept = install().installRecord().orElseThrow();

        assertThat(kept.sha256()).isEqualTo(Checksum.sha256(archive).hex());
        assertThat(kept.url()).isEqualTo(address.toString());
        assertThat(kept.checks()).singleElement().hasToString("sha256 the test");
        assertThat(kept.programs()).containsExactly(Map.entry("tool", "tool-1.0.0/bin/tool"));
        assertThat(tools.find(TOOL, "1.0.0").orElseThrow().installRecord()).contains(kept);
        assertThat(Files.readString(tools.root().resolve(".installs.log")))
                .contains("installed\tacme/tool@1.0.0", Checksum.sha256(archive).hex());
    }

    @Test
    void aMismatchLeavesNothing() throws Exception {
        Checksum wrong = Checksum.sha256("something else");

        assertThatThrownBy(() -> install(InstallOnce.tool(address, wrong), false))
                .isInstanceOf(ToolchainException.class)
                .hasMessageContaining(wrong.hex())
                .hasMessageContaining(Checksum.sha256(archive).hex());

        assertThat(tools.all()).isEmpty();
        assertThat(folder.resolve(".tools/acme")).doesNotExist();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aFileInTheCacheThatIsNotWhatIsWantedIsFetchedAgain() throws Exception {
        install();
        byte[] anew = archive("anew");
        github.asset("acme/tool", "v1.0.0", "tool.tar.gz", anew);

        assertThat(install(InstallOnce.tool(address, Checksum.sha256(anew)), true)
                        .installRecord()
                        .orElseThrow()
                        .sha256())
                .isEqualTo(Checksum.sha256(anew).hex());
    }

    @Test
    void oneThatWasPutThereByHandCountsAndIsUnrecorded() throws Exception {
        Path program = tools.root().resolve("acme/tool/1.0.0/tool");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();

        Installer.Outcome outcome = install();

        assertThat(outcome.fresh()).isFalse();
        assertThat(github.requests()).isEmpty();
        assertThat(Audit.of(outcome.installed(), Optional.empty()))
                .isEqualTo(new Audit.Finding.Unrecorded(outcome.installed()));
    }

    @Test
    void aChangedBinaryIsFound() throws Exception {
        Installed installed = install().installed();
        Optional<Checksum> locked = Optional.of(Checksum.sha256(archive));
        assertThat(Audit.of(installed, locked)).isInstanceOf(Audit.Finding.Intact.class);
        assertThat(Audit.of(installed, Optional.of(Checksum.sha256("other"))))
                .isInstanceOf(Audit.Finding.NotAsLocked.class);

        Files.writeString(installed.folder().resolve("tool-1.0.0/bin/tool"), "#!/bin/sh\necho evil\n");
        Files.writeString(installed.folder().resolve("extra"), "");
        Files.delete(installed.folder().resolve("tool-1.0.0/lib/link"));

        assertThat(Audit.of(installed, locked))
                .isEqualTo(new Audit.Finding.Changed(
                        installed,
                        List.of("tool-1.0.0/bin/tool was changed", "tool-1.0.0/lib/link is gone", "extra is new")));
    }

    @Test
    void severalVersionsStandSideBySideAndGoOneByOne() throws Exception {
        install();
        Files.createDirectories(tools.root().resolve("acme/tool/2.0.0"));
        Path second = Files.writeString(tools.root().resolve("acme/tool/2.0.0/tool"), "");
        assertThat(second.toFile().setExecutable(true)).isTrue();
        Installed first = tools.find(TOOL, "1.0.0").orElseThrow();
        try (Web web = new Web(WebRules.from(Map.of()))) {
            Installer installer = InstallOnce.installer(tools.root(), folder.resolve("cache"), web, progress);
            tools.point(first);
            var bin = new BinLinks(tools);
            bin.show(first);
            assertThat(tools.root().resolve("acme/tool/latest")).hasContent("1.0.0");
            assertThat(tools.root().resolve("bin/tool")).isSymbolicLink().isExecutable();
            assertThat(tools.all())
                    .extracting(Installed::toString)
                    .containsExactly("acme/tool@1.0.0", "acme/tool@2.0.0");

            assertThat(installer.uninstall(TOOL, "1.0.0")).isTrue();
            bin.tidy();
            assertThat(installer.uninstall(TOOL, "1.0.0")).isFalse();
            assertThat(tools.root().resolve("bin/tool")).doesNotExist();
            assertThat(tools.root().resolve("acme/tool/latest")).doesNotExist();
            assertThat(tools.all()).extracting(Installed::version).containsExactly("2.0.0");
            assertThat(installer.uninstall(TOOL, "2.0.0")).isTrue();
        }
        assertThat(tools.root().resolve("acme")).doesNotExist();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void anArchiveThatHoldsTheProgramsNameAsAFolderIsKeptApart() throws Exception {
        byte[] odd = Archives.zip(List.of(
                Entry.program("tool/tool", "#!/bin/sh\necho odd\n"), Entry.file("tool/README", new byte[] {65})));
        URI where = github.file("/odd.zip", odd);
        var tool = new Installable(
                TOOL,
                "1.0.0",
                LINUX,
                List.of(where),
                "odd.zip",
                Packing.ZIP,
                List.of(new Installable.Program("tool", "tool/tool")),
                List.of(),
                List.of());

        Path program = install(tool, false).installed().program().orElseThrow();

        assertThat(new ProcessBuilder(program.toString()).start().inputReader().readLine())
                .isEqualTo("odd");
    }

    @Test
    void anArchiveWithoutTheProgramIsSaidToLackIt() {
        var tool = new Installable(
                TOOL,
                "1.0.0",
                LINUX,
                List.of(address),
                "tool.tar.gz",
                Packing.TAR_GZ,
                List.of(new Installable.Program("tool", "../../../tool")),
                List.of(),
                List.of());

        assertThatThrownBy(() -> install(tool, false))
                .hasMessageContaining("is not in the archive")
                .hasMessageContaining("tool-1.0.0/bin/tool");
        assertThat(tools.all()).isEmpty();
    }

    @Test
    void twoProcessesThatInstallTheSameAtOnceGetOneTool() throws Exception {
        List<Process> both = List.of(other(), other());
        for (int round = 0; round < 20; round++) {
            Path root = folder.resolve("round" + round);
            for (Process process : both) {
                order(process, root, folder.resolve("cache" + round));
            }
            var outcomes = new ArrayList<String>();
            for (Process process : both) {
                outcomes.add(process.inputReader().readLine());
            }
            assertThat(outcomes).containsExactlyInAnyOrder("fresh", "there");
            Installed installed = new ToolsFolder(root).find(TOOL, "1.0.0").orElseThrow();
            assertThat(Audit.of(installed, Optional.empty())).isInstanceOf(Audit.Finding.Intact.class);
            assertThat(leftovers(root)).isEmpty();
        }
        for (Process process : both) {
            process.outputWriter().close();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
    }

    private static void order(Process process, Path root, Path cache) throws IOException {
        process.outputWriter().write("%s\t%s\n".formatted(root, cache));
        process.outputWriter().flush();
    }

    private Process other() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InstallOnce.class.getName(),
                        address.toString(),
                        Checksum.sha256(archive).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// In the middle of the download, and at moments that differ from round to round.
    @Test
    void killedAtAnyMomentAToolIsThereWholeOrNotAtAll() throws Exception {
        var random = new Random(11);
        for (int round = 0; round < 6; round++) {
            var begun = new CountDownLatch(1);
            if (round < 2) {
                github.misbehave(FakeGitHub.stored("acme/tool", "v1.0.0", "tool.tar.gz"), (exchange, body) -> {
                    exchange.getResponseHeaders().set("ETag", "\"x\"");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body, 0, body.length / 2);
                    exchange.getResponseBody().flush();
                    begun.countDown();
                    return true;
                });
            } else {
                begun.countDown();
            }
            Path cache = folder.resolve("cache" + round);
            Process process = other();
            order(process, tools.root(), cache);
            begun.await();
            process.waitFor(round < 2 ? 0 : 150 + random.nextInt(500), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();

            tools.find(TOOL, "1.0.0")
                    .ifPresent(installed ->
                            assertThat(Audit.of(installed, Optional.empty())).isInstanceOf(Audit.Finding.Intact.class));
            Installer.Outcome outcome = InstallOnce.install(
                    tools.root(),
                    cache,
                    InstallOnce.tool(address, Checksum.sha256(archive)),
                    progress,
                    false,
                    Optional.empty());
            assertThat(Audit.of(outcome.installed(), Optional.empty())).isInstanceOf(Audit.Finding.Intact.class);
            assertThat(leftovers()).isEmpty();
            io.atmoshub.toolchain.WholeFile.delete(tools.root());
        }
    }

    @Test
    void aFullDiskLeavesNothingAndIsNamed() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        boolean mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", small.toString())
                        .redirectErrorStream(true)
                        .start()
                        .waitFor()
                == 0;
        Assumptions.assumeTrue(mounted, "SKIPPED: no tmpfs can be mounted here; the full disk was not tried");
        try {
            ToolsFolder full = new ToolsFolder(small.resolve("tools"));
            assertThatThrownBy(() -> InstallOnce.install(
                            full.root(),
                            folder.resolve("cache"),
                            InstallOnce.tool(address, Checksum.sha256(archive)),
                            progress,
                            false,
                            Optional.empty()))
                    .isInstanceOf(ToolchainException.class)
                    .hasMessageContaining("disk is full");
            assertThat(full.all()).isEmpty();
            assertThat(leftovers(full.root())).isEmpty();

            assertThatThrownBy(() -> InstallOnce.install(
                            tools.root(),
                            small.resolve("cache"),
                            InstallOnce.tool(address, Checksum.sha256(archive)),
                            progress,
                            false,
                            Optional.empty()))
                    .hasMessageContaining("disk is full");
        } finally {
            assertThat(new ProcessBuilder("umount", small.toString()).start().waitFor())
                    .isZero();
        }
    }

    private List<Path> leftovers() throws IOException {
        return leftovers(tools.root());
    }

    private static List<Path> leftovers(Path root) throws IOException {
        Path staging = root.resolve(".staging");
        if (!Files.isDirectory(staging)) {
            return List.of();
        }
        try (Stream<Path> left = Files.list(staging)) {
            return left.toList();
        }
    }
}
