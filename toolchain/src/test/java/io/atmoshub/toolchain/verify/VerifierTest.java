package io.atmoshub.toolchain.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.ChecksumSource;
import io.atmoshub.toolchain.ChecksumSource.Layout;
import io.atmoshub.toolchain.ChecksumSource.Published;
import io.atmoshub.toolchain.Installable;
import io.atmoshub.toolchain.Packing;
import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.Progress;
import io.atmoshub.toolchain.Signature;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.fetch.Cache;
import io.atmoshub.toolchain.fetch.Downloads;
import io.atmoshub.toolchain.fetch.Web;
import io.atmoshub.toolchain.fetch.WebRules;
import io.atmoshub.toolchain.testing.FakeGitHub;
import io.atmoshub.toolchain.verify.Policy.Demand;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What proves a download, what disproves it, and what is said when there is no proof.
class VerifierTest {
    private static final byte[] TOOL = "#!/bin/sh\necho tool\n".getBytes(StandardCharsets.UTF_8);
    private static final Policy REQUIRED = new Policy(Demand.REQUIRED, Demand.REQUIRED);

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
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
    private Web web;
    private URI address;

    @BeforeEach
    void serve() throws Exception {
        github = new FakeGitHub();
        web = new Web(WebRules.from(Map.of()));
        address = github.file("/tool", TOOL);
    }

    @AfterEach
    void stop() {
        web.close();
        github.close();
    }

    private List<Check> check(Policy policy, List<ChecksumSource> checksums, List<Signature> signatures)
            throws Exception {
        return check(policy, checksums, signatures, Optional.empty(), VerifierPrograms.NONE);
    }

    private List<Check> check(
            Policy policy,
            List<ChecksumSource> checksums,
            List<Signature> signatures,
            Optional<Checksum> locked,
            VerifierPrograms programs)
            throws Exception {
        var tool = new Installable(
                new ToolId("acme/tool"),
                "1.0",
                new Platform("linux", "amd64"),
                List.of(address),
                "tool",
                Packing.RAW,
                List.of(new Installable.Program("tool")),
                checksums,
                signatures);
        var cache = Cache.in(folder.resolve("cache"), 1 << 20, folder, progress);
        var downloads = new Downloads(web, cache, progress);
        try (Cache.Hit hit = downloads.file(List.of(address), null, Map.of(), "tool")) {
            return new Verifier(policy, downloads, new KeyRing(folder.resolve("keys")), programs, progress)
                    .check(tool, hit, locked);
        }
    }

    private static Checksum sum(Checksum.Algorithm algorithm) {
        var digest = algorithm.digest();
        digest.update(TOOL);
        return Checksum.of(digest, algorithm);
    }

    private Published published(String name, String text) {
        return new Published(github.file("/" + name, text), null, new Layout.Lines());
    }

    @Test
    void everyLayoutOfChecksumFilesIsRead() throws Exception {
        String sha = sum(Checksum.Algorithm.SHA256).hex();
        String other = Checksum.sha256("other").hex();
        for (String text : List.of(
                "%s  tool-old%n%s  tool%n".formatted(other, sha),
                "%s *./dist/tool\r%n".formatted(sha.toUpperCase(java.util.Locale.ROOT)),
                "SHA256 (tool) = " + sha,
                sha + "\n",
                "MD5 (tool) = %s%nSHA512 (tool) = %s%n"
                        .formatted(
                                sum(Checksum.Algorithm.MD5).hex(),
                                sum(Checksum.Algorithm.SHA512).hex()))) {
            var source = new Published(
                    github.file("/sums" + Checksum.sha256(text).hex(), text),
                    text.contains("SHA512") ? Checksum.Algorithm.SHA512 : null,
                    new Layout.Lines());
            assertThat(check(Policy.DEFAULT, List.of(source), List.of())).hasSize(1);
        }
        var raw = new Published(github.file("/raw", sha + " whatever"), Checksum.Algorithm.SHA256, new Layout.Raw());
        var patterns = new Published(
                github.file("/patterns", "tool => %s%n".formatted(sha)),
                Checksum.Algorithm.SHA256,
                new Layout.Patterns("=> ([0-9a-f]{64})$", "^(\\S+) =>"));
        assertThat(check(Policy.DEFAULT, List.of(raw, patterns), List.of())).hasSize(2);
    }

    @Test
    void aMismatchShowsBothHashes() {
        Checksum wrong = Checksum.sha256("something else");

        assertThatThrownBy(() -> check(Policy.DEFAULT, List.of(published("sums", wrong.hex() + "  tool")), List.of()))
                .isInstanceOf(ToolchainException.class)
                .hasMessageContaining("wanted: " + wrong)
                .hasMessageContaining("got:    " + sum(Checksum.Algorithm.SHA256))
                .hasMessageContaining("Nothing was installed");
        assertThatThrownBy(() -> check(
                        new Policy(Demand.DISABLED, Demand.DISABLED),
                        List.of(),
                        List.of(),
                        Optional.of(wrong),
                        VerifierPrograms.NONE))
                .hasMessageContaining("the lock file");
    }

    @Test
    void weakChecksumsAreSaidToBeWeakAndAreNotEnoughWhereOneIsRequired() throws Exception {
        var md5 = new ChecksumSource.Known(sum(Checksum.Algorithm.MD5), "the registry");

        assertThat(check(Policy.DEFAULT, List.of(md5), List.of()).getFirst().weak())
                .isTrue();
        assertThat(said).singleElement().asString().contains("md5 only");
        assertThatThrownBy(() -> check(new Policy(Demand.REQUIRED, Demand.DISABLED), List.of(md5), List.of()))
                .hasMessageContaining("which can be forged");
    }

    @Test
    void whatIsNotPublishedIsSaidOrRefused() throws Exception {
        var gone = new Published(github.address("/gone"), null, new Layout.Lines());

        assertThat(check(Policy.DEFAULT, List.of(gone), List.of())).isEmpty();
        assertThat(said).singleElement().asString().contains("can't be had");
        assertThat(Verifier.summary(List.of())).isEqualTo("not checked against anything; not signed");
        assertThat(check(Policy.DEFAULT, List.of(published("x", "about others\nonly this")), List.of()))
                .isEmpty();
        assertThat(said.getLast()).contains("says nothing about tool");
        assertThatThrownBy(() -> check(new Policy(Demand.REQUIRED, Demand.DISABLED), List.of(gone), List.of()))
                .hasMessageContaining("answers 404");
        assertThatThrownBy(() -> check(new Policy(Demand.REQUIRED, Demand.DISABLED), List.of(), List.of()))
                .hasMessageContaining("publishes no checksum");
        assertThatThrownBy(() -> check(
                        REQUIRED,
                        List.of(published("y", sum(Checksum.Algorithm.SHA256).hex())),
                        List.of()))
                .hasMessageContaining("is not signed");
        assertThatThrownBy(() -> Demand.of("toolchain.verification.checksums", "sometimes"))
                .hasMessageContaining("toolchain.verification.checksums can't be \"sometimes\"");
    }

    @Test
    void realMinisignSignaturesAreCheckedPrehashedAndNot() throws Exception {
        needs("minisign");
        run("minisign", "-G", "-W", "-p", "key.pub", "-s", "key.sec");
        Files.write(folder.resolve("tool"), TOOL);
        String key = Files.readString(folder.resolve("key.pub"));
        for (String kind : List.of("-H", "-l")) {
            run("minisign", "-S", kind, "-s", "key.sec", "-m", "tool", "-x", "tool.minisig", "-t", "version 1.0");
            String made = Files.readString(folder.resolve("tool.minisig"));
            var good = new Signature.Minisign(false, github.file("/sig" + kind, made), key);
            assertThat(check(new Policy(Demand.WHEN_AVAILABLE, Demand.REQUIRED), List.of(), List.of(good))
                            .getFirst()
                            .toString())
                    .startsWith("minisign by ")
                    .contains(key.lines().findFirst().orElseThrow().replaceAll(".* ", ""));

            var comment = new Signature.Minisign(
                    false, github.file("/comment" + kind, made.replace("version 1.0", "version 2.0")), key);
            assertThatThrownBy(() -> check(Policy.DEFAULT, List.of(), List.of(comment)))
                    .hasMessageContaining("its comment was changed");
            run("minisign", "-G", "-f", "-W", "-p", "other.pub", "-s", "other.sec");
            var other = new Signature.Minisign(false, good.signature(), Files.readString(folder.resolve("other.pub")));
            assertThatThrownBy(() -> check(Policy.DEFAULT, List.of(), List.of(other)))
                    .hasMessageContaining("another key");
        }
        Files.writeString(folder.resolve("tool"), "another file");
        run("minisign", "-S", "-s", "key.sec", "-m", "tool", "-x", "wrong.minisig");
        var wrong = new Signature.Minisign(
                false, github.file("/wrong", Files.readString(folder.resolve("wrong.minisig"))), key);
        assertThatThrownBy(() -> check(Policy.DEFAULT, List.of(), List.of(wrong)))
                .hasMessageContaining("no signature of this file");
        var garbage = new Signature.Minisign(false, github.file("/garbage", "hello"), key);
        assertThatThrownBy(() -> check(Policy.DEFAULT, List.of(), List.of(garbage)))
                .hasMessageContaining("none of minisign");
    }

    @Test
    void realGpgSignaturesAreCheckedAlsoOfChecksumFilesAndByKeysOfTheRing() throws Exception {
        needs("gpg");
        String sums = sum(Checksum.Algorithm.SHA256).hex() + "  tool\n";
        Files.writeString(folder.resolve("sums"), sums);
        Files.write(folder.resolve("tool"), TOOL);
        gpg("--quick-gen-key", "release@example.org", "ed25519", "sign", "never");
        gpg("--quick-gen-key", "other@example.org", "rsa2048", "sign", "never");
        gpg("-u", "release@example.org", "--detach-sign", "-o", "sums.sig", "sums");
        gpg("-u", "other@example.org", "--armor", "--detach-sign", "-o", "tool.asc", "tool");
        String release = gpg("--armor", "--export", "release@example.org");
        String other = gpg("--armor", "--export", "other@example.org");
        var published = published("sums", sums);
        var onSums = new Signature.Gpg(
                true, github.file("/sums.sig", Files.readAllBytes(folder.resolve("sums.sig"))), List.of(release));
        var onTool = new Signature.Gpg(
                false,
                github.file("/tool.asc", Files.readAllBytes(folder.resolve("tool.asc"))),
                List.of(release, other));

        assertThat(check(REQUIRED, List.of(published), List.of(onSums, onTool)))
                .extracting(Check::kind)
                .containsExactly("sha256", "GPG", "GPG");

        var strange = new Signature.Gpg(false, onTool.signature(), List.of(release));
        assertThatThrownBy(() -> check(Policy.DEFAULT, List.of(), List.of(strange)))
                .hasMessageContaining("another key");
        var mixedUp = new Signature.Gpg(false, onSums.signature(), List.of(release));
        assertThatThrownBy(() -> check(Policy.DEFAULT, List.of(), List.of(mixedUp)))
                .hasMessageContaining("no signature of this file");

        var byRing = new Signature.Gpg(true, onSums.signature(), List.of());
        assertThat(check(Policy.DEFAULT, List.of(published), List.of(byRing))).hasSize(1);
        assertThat(said).singleElement().asString().contains("no key of acme/tool is known here");
        Files.createDirectories(folder.resolve("keys/acme"));
        Files.writeString(folder.resolve("keys/acme/tool.asc"), release);
        assertThat(check(Policy.DEFAULT, List.of(published), List.of(byRing))).hasSize(2);
    }

    @Test
    void keysThatExpiredBeforeSigningOrWereRevokedDoNotCount() throws Exception {
        needs("gpg");
        Files.write(folder.resolve("tool"), TOOL);
        gpg("--faked-system-time", "20200101T000000!", "--quick-gen-key", "old@example.org", "ed25519", "sign", "1y");
        gpg(
                "--faked-system-time",
                "20200601T000000!",
                "-u",
                "old@example.org",
                "--detach-sign",
                "-o",
                "then.sig",
                "tool");
        String old = gpg("--armor", "--export", "old@example.org");
        var then = new Signature.Gpg(
                false, github.file("/then", Files.readAllBytes(folder.resolve("then.sig"))), List.of(old));
        assertThat(check(Policy.DEFAULT, List.of(), List.of(then))).hasSize(1);

        gpg("--quick-gen-key", "gone@example.org", "ed25519", "sign", "never");
        gpg("-u", "gone@example.org", "--detach-sign", "-o", "gone.sig", "tool");
        try (var certificates = Files.list(folder.resolve("gpg/openpgp-revocs.d"))) {
            for (Path one : certificates.toList()) {
                if (Files.readString(one).contains("gone@example.org")) {
                    Path usable = Files.writeString(
                            folder.resolve("revoke"), Files.readString(one).replace(":-----", "-----"));
                    gpg("--import", usable.toString());
                }
            }
        }
        var revoked = new Signature.Gpg(
                false,
                github.file("/gone", Files.readAllBytes(folder.resolve("gone.sig"))),
                List.of(gpg("--armor", "--export", "gone@example.org")));
        assertThatThrownBy(() -> check(Policy.DEFAULT, List.of(), List.of(revoked)))
                .hasMessageContaining("was revoked");
    }

    @Test
    void theKeyringOfDebianSaysWhatGpgSays() throws Exception {
        Path keyring = Path.of("/usr/share/keyrings/debian-archive-keyring.gpg");
        Assumptions.assumeTrue(Files.isReadable(keyring), "SKIPPED: no Debian keyring on this machine");
        GpgKeys keys = GpgKeys.of(List.of(Files.readString(keyring, StandardCharsets.ISO_8859_1)));

        assertThatThrownBy(() -> keys.check(new byte[] {1, 2, 3}, java.io.InputStream::nullInputStream))
                .isInstanceOf(Forged.class);
    }

    @Test
    void otherKindsAreCheckedByTheirProgramsAndOnlySaidToBeUncheckedWithoutThem() throws Exception {
        var cosign = new Signature.Cosign(
                false,
                List.of("--certificate-identity", "release@acme"),
                github.file("/sig", "s"),
                github.file("/pem", "p"),
                null,
                null);
        var slsa = new Signature.Slsa(false, github.file("/provenance", "{}"), "github.com/acme/tool", "v1.0");
        var attestation = new Signature.Attestation(false, "acme/tool", "acme/tool/.github/workflows/release.yml");
        List<Signature> all = List.of(cosign, slsa, attestation);

        assertThat(check(Policy.DEFAULT, List.of(), all)).isEmpty();
        assertThat(said).hasSize(3).allMatch(sentence -> sentence.contains("is not installed here"));
        assertThatThrownBy(() -> check(new Policy(Demand.DISABLED, Demand.REQUIRED), List.of(), all))
                .hasMessageContaining("can't be checked");

        Path program =
                Files.writeString(folder.resolve("verifier"), "#!/bin/sh\necho \"$@\" >> %s/calls\n".formatted(folder));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(check(Policy.DEFAULT, List.of(), all, Optional.empty(), name -> Optional.of(program)))
                .extracting(Check::kind)
                .containsExactly("cosign", "SLSA", "GitHub attestation");
        assertThat(Files.readAllLines(folder.resolve("calls")))
                .satisfiesExactly(
                        call -> assertThat(call)
                                .startsWith("verify-blob --certificate-identity release@acme --signature ")
                                .contains(" --certificate ")
                                .endsWith("/tool"),
                        call -> assertThat(call)
                                .startsWith("verify-artifact ")
                                .endsWith("--source-uri github.com/acme/tool --source-tag v1.0"),
                        call -> assertThat(call)
                                .startsWith("attestation verify ")
                                .contains("--repo acme/tool"));

        Files.writeString(program, "#!/bin/sh\necho no such identity; exit 3\n");
        assertThatThrownBy(() -> check(
                        Policy.DEFAULT, List.of(), List.of(cosign), Optional.empty(), name -> Optional.of(program)))
                .hasMessageContaining("cosign signature of acme/tool@1.0 is not right")
                .hasMessageContaining("no such identity");
    }

    private void needs(String program) {
        boolean there = java.util.stream.Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(one -> Files.isExecutable(Path.of(one, program)));
        Assumptions.assumeTrue(
                there, "SKIPPED: no " + program + " on the PATH; checks against the real one did not run");
    }

    private String gpg(String... arguments) throws Exception {
        Files.createDirectories(folder.resolve("gpg"));
        Files.setPosixFilePermissions(folder.resolve("gpg"), PosixFilePermissions.fromString("rwx------"));
        var command = new ArrayList<>(List.of(
                "gpg",
                "--homedir",
                folder.resolve("gpg").toString(),
                "--batch",
                "--yes",
                "--no-tty",
                "--pinentry-mode",
                "loopback",
                "--passphrase",
                ""));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private String run(String... command) throws Exception {
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectError(errors.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return output;
    }
}
