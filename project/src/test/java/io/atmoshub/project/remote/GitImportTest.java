package io.atmoshub.project.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import io.atmoshub.project.Limits;
import io.atmoshub.project.remote.RemoteException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitImportTest {
    private static final Patience PATIENT =
            new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));

    @TempDir
    Path folder;

    private GitRepository repository;
    private Limits laptop;

    @BeforeEach
    void repository() throws IOException, InterruptedException {
        repository = GitRepository.in(folder.resolve("shared")).with("catalog/vpc.yaml", "vars: {size: 1}\n");
        repository.commit();
        laptop = Limits.laptop(Map.of("PATH", System.getenv("PATH"), "HOME", folder.toString()));
    }

    @Test
    void theManifestsOfARepositoryComeWithoutAnythingElse() throws IOException, InterruptedException {
        repository.with("main.tf", "").with("schemas/a.json", "{}");
        Files.createSymbolicLink(repository.folder().resolve("catalog/evil.yaml"), Path.of("/etc/passwd"));
        repository.commit();

        RemoteCopy copy = get("//catalog/vpc");

        assertThat(copy.path()).isEqualTo("catalog/vpc");
        assertThat(copy.folder().resolve("catalog/vpc.yaml")).hasContent("vars: {size: 1}");
        assertThat(copy.folder().resolve("schemas/a.json")).exists();
        assertThat(copy.folder().resolve("main.tf")).doesNotExist();
        assertThat(Files.exists(copy.folder().resolve("catalog/evil.yaml"), java.nio.file.LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        assertThat(copy.folder().resolve(".git")).doesNotExist();
    }

    @Test
    void aTagABranchAndACommitAreRefs() throws IOException, InterruptedException {
        String first = repository.git("rev-parse", "HEAD");
        repository.git("tag", "v1");
        repository.git("branch", "old");
        repository.with("catalog/vpc.yaml", "vars: {size: 2}\n").commit();

        for (String ref : List.of("v1", "old", first, first.substring(0, 8))) {
            assertThat(get("//catalog/vpc.yaml?ref=" + ref).folder().resolve("catalog/vpc.yaml"))
                    .as(ref)
                    .hasContent("vars: {size: 1}");
        }
        assertThat(get("//catalog/vpc.yaml").folder().resolve("catalog/vpc.yaml"))
                .hasContent("vars: {size: 2}");
    }

    @Test
    void aBranchThatMovedIsFetchedAgainByTheNextRunAndByAnEarlierOneNot() throws IOException, InterruptedException {
        RemoteCopy before = get("//catalog/vpc.yaml?ref=main");
        repository.with("catalog/vpc.yaml", "vars: {size: 2}\n").commit();

        assertThat(get("//catalog/vpc.yaml?ref=main").folder()).isEqualTo(before.folder());
        RemoteCopy after = remotes(laptop, Instant.now().plusSeconds(1))
                .get(address("//catalog/vpc.yaml?ref=main"), Optional.empty());

        assertThat(after.folder().resolve("catalog/vpc.yaml")).hasContent("vars: {size: 2}");
        assertThat(before.folder().resolve("catalog/vpc.yaml")).hasContent("vars: {size: 1}");
    }

    @Test
    void theCopyDoesWhenTheRepositoryIsGone() throws IOException {
        get("//catalog/vpc.yaml");
        Files.move(repository.folder(), folder.resolve("elsewhere"));
        Remotes later = remotes(laptop, Instant.now().plusSeconds(1));

        RemoteCopy copy = later.get(address("//catalog/vpc.yaml"), Optional.empty());

        assertThat(copy.folder().resolve("catalog/vpc.yaml")).hasContent("vars: {size: 1}");
        assertThat(later.notes()).singleElement().asString().contains("git says:", "The copy of 20");
    }

    @Test
    void aRefThatIsNotThereIsMissing() {
        RemoteException refusal = refusal(laptop, address("//catalog/vpc?ref=v9"));

        assertThat(refusal.kind()).isEqualTo(Kind.MISSING);
        assertThat(refusal.hint()).contains("?ref=");
    }

    @Test
    void aRepositoryThatIsNotThereIsSaidWithAWayToTry() {
        RemoteException refusal = refusal(laptop, RemoteAddress.of("git::file://" + folder + "/none//a"));

        assertThat(refusal.problem()).contains("git says:");
        assertThat(refusal.hint()).contains("git ls-remote file://");
    }

    @Test
    void nothingIsStartedWhereNothingMayBe() {
        RemoteException refusal = refusal(
                new Limits(List.of(folder), Set.of(), Map.of(), Set.of(Limits.ANY), false), address("//catalog/vpc"));

        assertThat(refusal.kind()).isEqualTo(Kind.REFUSED);
        assertThat(refusal.problem()).contains("needs the program git");
    }

    @Test
    void anAddressCanNotMakeGitRunACommand() {
        Path trace = folder.resolve("trace");
        for (String name : List.of(
                "git::ext::sh -c touch% " + trace + "//a",
                "git::ext::sh%20-c%20touch%20" + trace + "//a",
                "git::--upload-pack=touch " + trace + "//a",
                "git::ssh://-oProxyCommand=touch%20" + trace + "/x//a",
                "git::file://" + repository.folder() + "//a?ref=--upload-pack=touch%20" + trace)) {
            RemoteException refusal = catchThrowableOfType(
                    RemoteException.class,
                    () -> remotes(laptop, Instant.EPOCH).get(RemoteAddress.of(name), Optional.empty()));
            assertThat(refusal).as(name).isNotNull();
        }
        assertThat(trace).doesNotExist();
    }

    @Test
    void aPersonsHooksAndRepositoryVariablesPlayNoPart() throws IOException {
        Path hooks = Files.createDirectories(folder.resolve("hooks"));
        Path trace = folder.resolve("trace");
        for (String hook : List.of("post-checkout", "reference-transaction", "post-merge")) {
            Path script = Files.writeString(hooks.resolve(hook), "#!/bin/sh\ntouch " + trace + "\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(folder.resolve(".gitconfig"), "[core]\n  hooksPath = " + hooks + "\n");
        Limits limits = Limits.laptop(Map.of(
                "PATH",
                System.getenv("PATH"),
                "HOME",
                folder.toString(),
                "GIT_DIR",
                folder.resolve("no").toString()));

        remotes(limits, Instant.EPOCH).get(address("//catalog/vpc"), Optional.empty());

        assertThat(trace).doesNotExist();
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void overHttpTheAddressThatWasLookedAtIsTheOneThatIsAsked() throws IOException, InterruptedException {
        Path served = folder.resolve("served.git");
        repository.git("clone", "--quiet", "--bare", ".", served.toString());
        repository.git("--git-dir=" + served, "update-server-info");
        HttpServer server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), folder, SimpleFileServer.OutputLevel.NONE);
        server.start();
        try {
            String at = ":" + server.getAddress().getPort() + "/served.git//catalog/vpc.yaml?ref=main";
            Map<String, String> environment = Map.of("PATH", System.getenv("PATH"));
            Limits listed = new Limits(List.of(folder), Set.of(Limits.ANY), environment, Set.of("127.0.0.1"), true);
            Limits named = new Limits(List.of(folder), Set.of(Limits.ANY), environment, Set.of("localhost"), true);

            RemoteCopy copy = remotes(listed, Instant.EPOCH)
                    .get(RemoteAddress.of("git::http://127.0.0.1" + at), Optional.empty());

            assertThat(copy.folder().resolve("catalog/vpc.yaml")).hasContent("vars: {size: 1}");
            assertThat(refusal(named, RemoteAddress.of("git::http://localhost" + at))
                            .problem())
                    .contains("localhost is at the private address");
            assertThat(refusal(named, RemoteAddress.of("git::ssh://localhost/a.git//b"))
                            .problem())
                    .contains("only those at https addresses");
            assertThat(refusal(named, address("//catalog/vpc")).kind()).isEqualTo(Kind.REFUSED);
        } finally {
            server.stop(0);
        }
    }

    private RemoteAddress address(String rest) {
        return RemoteAddress.of(repository.address() + rest);
    }

    private RemoteCopy get(String rest) {
        return remotes(laptop, Instant.EPOCH).get(address(rest), Optional.empty());
    }

    private RemoteException refusal(Limits limits, RemoteAddress address) {
        RemoteException refusal = catchThrowableOfType(
                RemoteException.class, () -> remotes(limits, Instant.EPOCH).get(address, Optional.empty()));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private Remotes remotes(Limits limits, Instant started) {
        return new Remotes(limits, PATIENT, new RemoteCache(folder.resolve("cache")), started);
    }
}
