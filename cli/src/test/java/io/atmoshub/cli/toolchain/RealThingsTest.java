package io.atmoshub.cli.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.Played;
import io.atmoshub.toolchain.testing.FakeGitHub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Archives that others made, packed, signed and published, from the server that speaks as GitHub does; signatures by
/// the real `gpg` and `minisign`; files that the real mise wrote. What is not on the machine is skipped, aloud.
class RealThingsTest {
    /// Where the build puts what Maven brings, and we what npm brings: fetched once, there for later runs.
    private static final Path REAL = Path.of("target", "real").toAbsolutePath();

    private static final Pattern INTEGRITY = Pattern.compile("\"integrity\":\\s*\"sha512-([^\"]+)\"");

    @TempDir
    Path home;

    @TempDir
    Path folder;

    private FakeGitHub github;
    private Played played;

    @BeforeEach
    void serve() throws Exception {
        github = new FakeGitHub();
        Files.writeString(folder.resolve("atmos.yaml"), "toolchain: {tools_config_file: tools.yaml}\n");
        played = new Played(home, folder)
                .with("ATMOS_GITHUB_URL", github.address("").toString())
                .with("ATMOS_GITHUB_API_URL", github.address("").toString())
                .with("PATH", "/usr/bin:/bin");
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void mavensArchivesGoTheWholeWay() throws Exception {
        needs(Files.exists(REAL.resolve("apache-maven-3.9.9-bin.tar.gz")), "the archives that Maven brings");
        publish("apache/maven", "3.9.9", "apache-maven-3.9.9-bin.tar.gz", "apache-maven-3.9.9-bin.tar.gz.sha512");
        publish("apache/maven", "3.9.9", "apache-maven-3.9.9-bin.tar.gz.asc");
        publish("apache/wrapper", "3.3.2", "maven-wrapper-distribution-3.3.2-bin.zip");
        String grpc = "protoc-gen-grpc-java-1.68.1-linux-x86_64.exe";
        publish("grpc/java", "1.68.1", grpc, grpc + ".sha512");
        github.asset("grpc/java", "v1.68.2", grpc.replace("1.68.1", "1.68.2"), real(grpc));
        github.asset("grpc/java", "v1.68.2", grpc.replace("1.68.1", "1.68.2") + ".sha512", real(grpc + ".sha512"));
        Files.writeString(folder.resolve("tools.yaml"), """
                aliases: {mvn: apache/maven, mvnw: apache/wrapper, grpc: grpc/java}
                tools:
                  apache/maven:
                    type: github_release
                    asset: apache-maven-{{trimV .Version}}-bin.tar.gz
                    files: [{name: mvn, src: "apache-maven-{{trimV .Version}}/bin/mvn"}]
                    checksum: {type: github_release, asset: "{{.Asset}}.sha512", algorithm: sha512, file_format: raw}
                    gpg: {type: github_release, asset: "{{.Asset}}.asc"}
                  apache/wrapper:
                    type: github_release
                    asset: maven-wrapper-distribution-{{trimV .Version}}-bin.zip
                    files: [{name: mvnw}]
                  grpc/java:
                    type: github_release
                    asset: protoc-gen-grpc-java-{{trimV .Version}}-linux-x86_64.exe
                    format: raw
                    files: [{name: protoc-gen-grpc-java}]
                    checksum: {type: github_release, asset: "{{.Asset}}.sha512", algorithm: sha512, file_format: raw}
                """);
        done("add", "mvn@3.9.9", "mvnw@3.3.2", "grpc@1.68.1");

        done("install");

        assertThat(played.out())
                .contains(
                        "apache/maven@3.9.9 installed",
                        "sha512 from ",
                        "apache/wrapper@3.3.2 installed",
                        "sha256 GitHub");
        assertThat(played.err()).contains("no key of apache/maven is known here");
        assertThat(tool("apache/maven/3.9.9/mvn")).isExecutable();
        assertThat(tool("apache/maven/3.9.9/apache-maven-3.9.9/lib")).isDirectory();
        assertThat(tool("apache/wrapper/3.3.2/mvnw")).isExecutable();
        assertThat(tool("grpc/java/1.68.1/protoc-gen-grpc-java")).isExecutable().hasBinaryContent(real(grpc));
        assertThat(program(folder.resolve(".tools/bin/mvn").toString(), "--version"))
                .contains("Apache Maven 3.9.9");

        done("lock");
        done("uninstall", "mvn", "mvnw", "grpc");
        int asked = github.requests().size();
        done("install", "--frozen", "--offline");
        assertThat(github.requests()).hasSize(asked);
        done("verify");
        assertThat(played.out()).contains("apache/maven@3.9.9: intact", "grpc/java@1.68.1: intact");

        done("update", "grpc");
        assertThat(played.out()).isEqualTo("grpc 1.68.1 -> 1.68.2\n");
        done("install");
        assertThat(tool("grpc/java/1.68.2/protoc-gen-grpc-java")).isExecutable();
        done("clean");
        assertThat(tool("apache/maven")).doesNotExist();
        done("install");
        assertThat(tool("apache/maven/3.9.9/mvn")).isExecutable();
    }

    @Test
    void npmsArchiveIsCheckedByWhatNpmSays() throws Exception {
        needs(onPath("npm"), "npm");
        Path packed = packed("semver", "7.6.3");
        byte[] archive = Files.readAllBytes(packed);
        Matcher integrity = INTEGRITY.matcher(Files.readString(REAL.resolve("semver-7.6.3.json")));
        assertThat(integrity.find()).isTrue();
        String sha512 = HexFormat.of().formatHex(Base64.getDecoder().decode(integrity.group(1)));
        github.asset("npm/semver", "v7.6.3", "semver-7.6.3.tgz", archive);
        github.asset(
                "npm/semver", "v7.6.3", "sums", (sha512 + "  semver-7.6.3.tgz\n").getBytes(StandardCharsets.UTF_8));
        Files.writeString(folder.resolve("tools.yaml"), """
                tools:
                  npm/semver:
                    type: github_release
                    asset: semver-{{trimV .Version}}.tgz
                    files: [{name: semver, src: package/bin/semver.js}]
                    checksum: {type: github_release, asset: sums, algorithm: sha512}
                """);

        done("install", "npm/semver@7.6.3");

        assertThat(played.out()).contains("sha512 from ");
        assertThat(tool("npm/semver/7.6.3/semver")).isExecutable();
    }

    @Test
    void whatGpgAndMinisignSignedIsCheckedByKeysOfTheRegistry() throws Exception {
        needs(onPath("gpg") && onPath("minisign"), "gpg and minisign");
        needs(Files.exists(REAL.resolve("maven-wrapper-distribution-3.3.2-bin.zip")), "the archives that Maven brings");
        String name = "maven-wrapper-distribution-3.3.2-bin.zip";
        Files.write(home.resolve(name), real(name));
        gpg("--quick-gen-key", "release@example.org", "ed25519", "sign", "never");
        gpg("--armor", "--detach-sign", name);
        Files.writeString(folder.resolve("release.asc"), gpg("--armor", "--export", "release@example.org"));
        program("minisign", "-G", "-W", "-p", "key.pub", "-s", "key.sec");
        program("minisign", "-S", "-s", "key.sec", "-m", name);
        String key = Files.readAllLines(home.resolve("key.pub")).getLast();
        for (String file : List.of(name, name + ".asc", name + ".minisig")) {
            github.asset("apache/wrapper", "v3.3.2", file, Files.readAllBytes(home.resolve(file)));
        }
        Files.writeString(folder.resolve("tools.yaml"), """
                tools:
                  apache/wrapper:
                    type: github_release
                    asset: maven-wrapper-distribution-{{trimV .Version}}-bin.zip
                    files: [{name: mvnw}]
                    gpg: {type: github_release, asset: "{{.Asset}}.asc", key_files: [release.asc]}
                    minisign: {type: github_release, asset: "{{.Asset}}.minisig", public_key: %s}
                """.formatted(key));

        done("resolve", "apache/wrapper@3.3.2");
        assertThat(played.out()).contains("signed    minisign, gpg");
        done("install", "apache/wrapper@3.3.2");
        assertThat(played.out()).contains("minisign by ", "GPG by ");

        Files.writeString(folder.resolve("release.asc"), "nothing");
        assertThat(run("install", "apache/wrapper@3.3.2", "--reinstall")).isEqualTo(1);
        assertThat(played.err()).contains("The GPG signature of apache/wrapper@3.3.2 is not right");
        Files.delete(folder.resolve("release.asc"));
        assertThat(run("install", "apache/wrapper@3.3.2", "--reinstall")).isEqualTo(1);
        assertThat(played.err()).contains("release.asc can't be read");
    }

    @Test
    void whatMiseWroteIsReadAndHeldTo() throws Exception {
        String mise = mise();
        byte[] archive = "#!/bin/sh\necho from mise\n".getBytes(StandardCharsets.UTF_8);
        String asset = "tool-1.0.0-linux-amd64";
        github.asset("acme/tool", "v1.0.0", asset, archive);
        Files.writeString(folder.resolve("mise.lock"), "");
        var process = new ProcessBuilder(mise, "use", "--yes", "github:acme/tool@1.0.0")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        process.environment().keySet().removeIf(variable -> variable.startsWith("MISE_"));
        process.environment().put("HOME", home.toString());
        process.environment().put("MISE_LOCKFILE", "1");
        process.environment().put("MISE_URL_REPLACEMENTS", """
                {"https://api.github.com": "%s", "https://github.com": "%s"}""".formatted(github.address(""), github.address("")));
        for (String kind : List.of("DATA", "CACHE", "CONFIG", "STATE")) {
            process.environment()
                    .put("MISE_" + kind + "_DIR", home.resolve("mise-" + kind).toString());
        }
        Process running = process.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
        Files.writeString(folder.resolve("tools.yaml"), """
                tools:
                  acme/tool:
                    type: github_release
                    asset: tool-{{trimV .Version}}-{{.OS}}-{{.Arch}}
                    format: raw
                """);

        done("import", "mise.toml", "mise.lock");

        assertThat(folder.resolve(".tool-versions")).hasContent("acme/tool 1.0.0\n");
        assertThat(folder.resolve("toolchain.lock.yaml"))
                .content()
                .as(Files.readString(folder.resolve("mise.lock")))
                .contains("acme/tool:", "linux_amd64:", "sha256:", "taken over from mise.lock");
    }

    private void publish(String repository, String version, String... names) throws IOException {
        for (String name : names) {
            github.asset(repository, "v" + version, name, real(name));
        }
    }

    private static byte[] real(String name) throws IOException {
        return Files.readAllBytes(REAL.resolve(name));
    }

    private Path tool(String path) {
        return folder.resolve(".tools").resolve(path);
    }

    private void done(String... words) {
        assertThat(run(words)).as(played.out() + played.err()).isZero();
    }

    private int run(String... words) {
        var all = new ArrayList<>(List.of("toolchain"));
        all.addAll(List.of(words));
        return played.run(all.toArray(String[]::new));
    }

    private static void needs(boolean there, String what) {
        if (!there) {
            System.err.println("SKIPPED: " + what + " is not here; RealThingsTest did not try it");
        }
        Assumptions.assumeTrue(there, "SKIPPED: " + what + " is not here");
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    /// What `npm pack` brings, with what npm says of it beside it.
    private static Path packed(String name, String version) throws Exception {
        String file = name.substring(name.lastIndexOf('/') + 1) + "-" + version;
        Path archive = REAL.resolve(file + ".tgz");
        if (Files.exists(archive)) {
            return archive;
        }
        Files.createDirectories(REAL);
        Path fetched = Files.createTempDirectory(REAL, "npm");
        Path said = REAL.resolve(file + ".json");
        Process process = new ProcessBuilder(
                        "npm", "pack", "--json", "--pack-destination", fetched.toString(), name + "@" + version)
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        needs(ended && process.exitValue() == 0, name + "@" + version + " by npm");
        try (Stream<Path> files = Files.list(fetched)) {
            Files.move(files.findFirst().orElseThrow(), archive);
        }
        return archive;
    }

    /// `MISE`, or the one on the PATH, or npm's.
    private static String mise() throws Exception {
        String named = System.getenv("MISE");
        if (named != null || onPath("mise")) {
            return named == null ? "mise" : named;
        }
        needs(onPath("npm"), "mise");
        Path program = REAL.resolve("mise/package/bin/mise");
        if (!Files.exists(program)) {
            Path archive = packed("@jdxcode/mise-linux-x64", "2026.9.15");
            Files.createDirectories(REAL.resolve("mise"));
            assertThat(new ProcessBuilder("tar", "xzf", archive.toString())
                            .directory(REAL.resolve("mise").toFile())
                            .start()
                            .waitFor())
                    .isZero();
        }
        return program.toString();
    }

    private String gpg(String... words) throws Exception {
        var command = new ArrayList<>(List.of("gpg", "--batch", "--quiet", "--passphrase", ""));
        command.addAll(List.of(words));
        return program(command.toArray(String[]::new));
    }

    private String program(String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .put("GNUPGHOME", Files.createDirectories(home.resolve("gnupg")).toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        assertThat(home.resolve("gnupg").toFile().setReadable(false, false)).isTrue();
        assertThat(home.resolve("gnupg").toFile().setReadable(true, true)).isTrue();
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return said;
    }
}
