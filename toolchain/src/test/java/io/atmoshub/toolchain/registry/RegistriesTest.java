package io.atmoshub.toolchain.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.Progress;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.aqua.GitHubAddresses;
import io.atmoshub.toolchain.aqua.GoTemplates;
import io.atmoshub.toolchain.aqua.PackageResolver;
import io.atmoshub.toolchain.aqua.Target;
import io.atmoshub.toolchain.fetch.Cache;
import io.atmoshub.toolchain.fetch.Documents;
import io.atmoshub.toolchain.fetch.Web;
import io.atmoshub.toolchain.fetch.WebRules;
import io.atmoshub.toolchain.release.GitHubReleases;
import io.atmoshub.toolchain.release.Versions;
import io.atmoshub.toolchain.testing.FakeGitHub;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Registries as a project configures them, on a server that speaks as GitHub does.
class RegistriesTest {
    private static final String TOOL = """
            packages:
              - type: github_release
                repo_owner: acme
                repo_name: %s
                description: %s
                asset: %s-{{.OS}}-{{.Arch}}
                format: raw
                version_filter: Version startsWith "v"
            """;

    @TempDir
    Path folder;

    @TempDir
    Path cache;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private Runnable meanwhile = () -> {};
    private final Progress progress = new Progress() {
        @Override
        public Meter of(String what) {
            return Meter.NONE;
        }

        @Override
        public void say(String sentence) {
            said.add(sentence);
            meanwhile.run();
        }
    };
    private FakeGitHub gitHub;
    private boolean offline;

    @BeforeEach
    void serve() throws IOException {
        gitHub = new FakeGitHub();
    }

    @AfterEach
    void stop() {
        gitHub.close();
    }

    @Test
    void theHigherPriorityIsAskedFirst() throws IOException {
        write("low.yaml", TOOL.formatted("tool", "low", "low"));
        write("high.yaml", TOOL.formatted("tool", "high", "high"));

        Registries registries = registries("""
                registries:
                  - {name: low, type: local, path: low.yaml, priority: 10}
                  - {name: high, type: local, path: high.yaml, priority: 300}
                """);

        assertThat(registries.named("acme/tool").registry().name()).isEqualTo("high");
        assertThat(registries.search("tool").getFirst().registry()).isEqualTo("high");
    }

    /// While one opens a registry, another that asks waits for it.
    @Test
    void twoWhoAskAtOnceOpenARegistryOnce() throws Exception {
        write("bad.yaml", "packages:\n  - type: [\n");
        Registries registries =
                registries("registries:\n  - {name: bad, type: local, path: bad.yaml, priority: 300}\n");
        var other = new Thread(() -> registries.find("acme/tool"));
        meanwhile = () -> {
            if (Thread.currentThread() == other) {
                return;
            }
            if (other.getState() == Thread.State.NEW) {
                other.start();
            }
            while (other.isAlive() && other.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
        };

        registries.find("acme/tool");
        other.join();

        assertThat(said).hasSize(1);
    }

    @Test
    void aReferenceSaysWhichStateOfARepositoryIsRead() throws IOException {
        assertThat(addresses("""
                registries:
                  - {name: standard, type: aqua, ref: v4.100.0}
                  - {name: ours, type: aqua, source: github.com/acme/registry, ref: 0a1b2c3}
                  - {name: newest, type: aqua, source: github.com/acme/registry}
                """))
                .containsExactly(
                        "https://raw.githubusercontent.com/aquaproj/aqua-registry/v4.100.0/registry.yaml",
                        "https://raw.githubusercontent.com/acme/registry/0a1b2c3/registry.yaml",
                        "https://raw.githubusercontent.com/acme/registry/HEAD/registry.yaml");
        assertThatThrownBy(() -> addresses("registries: [{type: aqua, source: 'https://example.org/r.yaml', ref: v1}]"))
                .hasMessageContaining("\"ref\" belongs to");
    }

    private List<String> addresses(String section) {
        return RegistrySettings.of((YamlMapping) Yaml.parse("atmos.yaml", section), folder).places().stream()
                .map(RegistryPlace::source)
                .filter(RegistrySource.WholeFile.class::isInstance)
                .map(source -> ((RegistrySource.WholeFile) source).address().toString())
                .toList();
    }

    @Test
    void aRegistryThatFailsIsSaidAndTheNextIsAsked() throws IOException {
        write("good.yaml", TOOL.formatted("tool", "good", "good"));
        write("bad.yaml", "packages:\n  - type: [\n");

        Registries registries = registries("""
                registries:
                  - {name: bad, type: local, path: bad.yaml, priority: 400}
                  - {name: gone, type: local, path: gone.yaml, priority: 300}
                  - {name: hub, type: hub, url: "https://hub.example.org", priority: 250}
                  - {name: good, type: local, path: good.yaml}
                """);

        assertThat(registries.named("tool").registry().name()).isEqualTo("good");
        assertThat(said).hasSize(3);
        assertThat(said.getFirst()).contains("\"bad\"").contains("bad.yaml:").contains("not YAML");
        assertThat(registries.health())
                .filteredOn(health -> health.trouble().isPresent())
                .extracting(health -> health.registry().name())
                .containsExactly("bad", "gone", "hub");
        assertThat(registries.health())
                .filteredOn(health -> health.registry().name().equals("good"))
                .extracting(health -> health.packages().orElse(0))
                .containsExactly(1);
    }

    @Test
    void aGiantFileIsRefusedUnread() throws IOException {
        try (var giant = new RandomAccessFile(folder.resolve("giant.yaml").toFile(), "rw")) {
            giant.setLength(1L << 33);
        }

        Registries registries = registries("registries: [{name: giant, type: local, path: giant.yaml, priority: 500}]");

        assertThat(registries.named("jq").registry().name()).isEqualTo("builtin");
        assertThat(said).singleElement().asString().contains("giant.yaml", "more than");
    }

    @Test
    void shortNamesAreAliasesOrCommands() throws IOException {
        write(
                "one.yaml",
                TOOL.formatted("tool", "one", "one").replace("acme", "tool")
                        + TOOL.formatted("tool", "two", "two").substring(10));
        write(
                "two.yaml",
                TOOL.formatted("other", "x", "x")
                        + TOOL.formatted("other", "x", "x").substring(10).replace("acme", "umbra"));

        Registries registries = registries("""
                aliases: {t: tool, again: t, round: about, about: round}
                registries:
                  - {name: one, type: local, path: one.yaml}
                  - {name: two, type: local, path: two.yaml}
                """);

        assertThat(registries.named("again").tool().name()).isEqualTo("tool/tool");
        assertThat(registries.named("helm").tool().name()).isEqualTo("helm/helm");
        assertThatThrownBy(() -> registries.named("other"))
                .hasMessageContaining("could be any of acme/other, umbra/other");
        assertThatThrownBy(() -> registries.named("round")).hasMessageContaining("leads in a circle: round to about");
        assertThatThrownBy(() -> registries.named("acme/terafrom"))
                .isInstanceOf(ToolchainException.class)
                .hasMessageContaining("No registry has \"acme/terafrom\"");
        assertThatThrownBy(() -> registries.named("acme/helm"))
                .isInstanceOfSatisfying(
                        ToolchainException.class,
                        unknown -> assertThat(unknown.hint()).contains("helm/helm"));
    }

    @Test
    void toolsYamlIsReadAsInTheDocuments() throws IOException {
        write("tools.yaml", """
                aliases:
                  tofoo: acme/foo
                tools:
                  acme/foo:
                    type: github_release
                    repo_owner: acme
                    repo_name: foo
                    binary_name: foo-cli
                    version_constraints:
                      - constraint: ">= 1.10.0"
                        asset: foo_{{trimV .Version}}_{{.OS}}_{{.Arch}}.gz
                        format: gzip
                      - constraint: "< 1.10.0"
                        asset: foo_{{trimV .Version}}_{{.OS}}_{{.Arch}}.zip
                        format: zip
                  acme/bar:
                    type: http
                    url: https://example.org/bar/{{trimV .Version}}/bar_{{.OS}}.zip
                    format: zip
                    binary_name: bar
                """);

        RegistryCatalog catalog = catalog("");

        assertThat(catalog.named("tofoo")).isEqualTo(new ToolId("acme/foo"));
        var newer = catalog.resolve(new ToolId("acme/foo"), "1.10.0", Platform.of("linux/amd64"));
        assertThat(newer.address())
                .hasToString(gitHub.address("/acme/foo/releases/download/v1.10.0/foo_1.10.0_linux_amd64.gz")
                        .toString());
        assertThat(newer.packing()).hasToString("gz");
        assertThat(newer.programs().getFirst().name()).isEqualTo("foo-cli");
        assertThat(catalog.resolve(new ToolId("acme/foo"), "1.9.9", Platform.of("linux/amd64"))
                        .packing())
                .hasToString("zip");
        assertThat(catalog.resolve(new ToolId("acme/bar"), "1.0", Platform.of("linux/amd64"))
                        .address())
                .hasToString("https://example.org/bar/1.0/bar_linux.zip");
    }

    @Test
    void toolsCanStandInTheConfigurationItself() {
        Registries registries = registries("""
                registries:
                  - name: mine
                    type: inline
                    priority: 500
                    tools:
                      acme/inline:
                        type: http
                        url: https://example.org/x.zip
                """);

        assertThat(registries.named("inline").registry().name()).isEqualTo("mine");
    }

    @Test
    void aFolderHoldsARegistryInManyFiles() throws IOException {
        write("many/pkgs/acme/a/registry.yaml", TOOL.formatted("a", "x", "x"));
        write("many/pkgs/acme/b/registry.yaml", TOOL.formatted("b", "x", "x"));
        write(
                "many/more.yaml",
                "aliases: {cc: acme/c}\ntools:\n  acme/c: {type: http, url: 'https://example.org/c'}\n");

        Registries registries = registries("registries: [{type: local, path: many, priority: 500}]");

        assertThat(registries.named("acme/a").tool().name()).isEqualTo("acme/a");
        assertThat(registries.named("b").tool().name()).isEqualTo("acme/b");
        assertThat(registries.named("cc").tool().name()).isEqualTo("acme/c");
    }

    @Test
    void aWholeFileComesFromTheNetworkOnceADay() {
        gitHub.file("/registry.yaml", TOOL.formatted("far", "x", "x"));
        String settings = "registries: [{type: aqua, url: %s}]".formatted(gitHub.address("/registry.yaml"));

        assertThat(registries(settings).named("far").tool().name()).isEqualTo("acme/far");
        assertThat(registries(settings).named("far").tool().name()).isEqualTo("acme/far");

        assertThat(gitHub.requests("/registry.yaml")).hasSize(1);
        offline = true;
        assertThat(registries(settings).named("far").tool().name()).isEqualTo("acme/far");
    }

    @Test
    void afterADayTheServerIsAskedWhetherThereIsAnythingNew() throws IOException {
        gitHub.file("/registry.yaml", TOOL.formatted("far", "x", "x"));
        String settings = "registries: [{type: aqua, url: %s}]".formatted(gitHub.address("/registry.yaml"));
        registries(settings).named("far");
        age();

        registries(settings).named("far");
        gitHub.file("/registry.yaml", TOOL.formatted("farther", "x", "x"));
        age();

        assertThat(registries(settings).named("farther").tool().name()).isEqualTo("acme/farther");
    }

    @Test
    void aDamagedIndexIsMadeAgain() throws IOException {
        gitHub.file("/registry.yaml", TOOL.formatted("far", "x", "x"));
        String settings = "registries: [{type: aqua, url: %s}]".formatted(gitHub.address("/registry.yaml"));
        registries(settings).named("far");
        for (Path index : indexes()) {
            Files.write(index, new byte[] {0x41, 0x54, 0x52, 0x58, 0, 0, 0, 1, 9, 9});
        }

        assertThat(registries(settings).named("far").tool().name()).isEqualTo("acme/far");
    }

    @Test
    void aFileThatChangedIsReadAgain() throws IOException {
        Path file = write("registry.yaml", TOOL.formatted("before", "x", "x"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        String settings = "registries: [{type: aqua, url: '%s'}]".formatted(file.toUri());

        assertThat(registries(settings).named("before").tool().name()).isEqualTo("acme/before");
        assertThat(indexes()).hasSize(1);
        assertThat(registries(settings).named("before").tool().name()).isEqualTo("acme/before");
        write("registry.yaml", TOOL.formatted("after", "x", "x"));

        assertThat(registries(settings).named("after").tool().name()).isEqualTo("acme/after");
    }

    @Test
    void aServersFolderIsAskedForOnePackage() {
        gitHub.file("/corp/pkgs/acme/far/registry.yaml", TOOL.formatted("far", "x", "x"));

        Registries registries = registries(
                "registries: [{type: aqua, url: %s, priority: 500}]".formatted(gitHub.address("/corp/pkgs")));

        assertThat(registries.find("acme/far")).isPresent();
        assertThat(registries.find("acme/near")).isEmpty();
        assertThat(registries.find("acme/../../x")).isEmpty();
        assertThat(registries.named("jq").tool().name()).isEqualTo("jqlang/jq");
    }

    @Test
    void versionsComeFromReleasesAndAreFilteredAsTheRegistrySays() throws IOException {
        write("tools.yaml", """
                tools:
                  acme/cli:
                    type: github_release
                    version_prefix: cli/
                    asset: cli
                    format: raw
                    version_filter: not (Version contains "nightly")
                    version_overrides:
                      - version_constraint: Version == "cli/v1.1.0"
                        no_asset: true
                    version_constraint: Version != "cli/v1.1.0"
                """);
        for (String tag :
                List.of("cli/v1.0.0", "cli/v1.1.0", "cli/v1.2.0", "lib/v9.0.0", "cli/v1.3.0-rc1", "cli/nightly")) {
            gitHub.asset("acme/cli", tag, "cli", new byte[0]);
        }

        RegistryCatalog catalog = catalog("");

        ToolId cli = new ToolId("acme/cli");
        assertThat(catalog.versions(cli)).containsExactly("1.2.0", "1.0.0");
        assertThat(catalog.version(cli, "latest")).isEqualTo("1.2.0");
        assertThat(catalog.version(cli, "~> 1.0.0")).isEqualTo("1.0.0");
        assertThat(catalog.version(cli, "1.7.7")).isEqualTo("1.7.7");
        assertThatThrownBy(() -> catalog.version(cli, "> 5")).hasMessageContaining("no version that is > 5");
        assertThat(catalog.resolve(cli, "1.2.0", Platform.of("linux/amd64")).address())
                .hasToString(gitHub.address("/acme/cli/releases/download/cli/v1.2.0/cli")
                        .toString());
    }

    @Test
    void aRegistryThatHasNothingForAVersionLeavesItToTheNext() throws IOException {
        write("old.yaml", """
                packages:
                  - type: github_release
                    repo_owner: helmfile
                    repo_name: helmfile
                    asset: old-helmfile
                    format: raw
                """);

        RegistryCatalog catalog = catalog("registries: [{name: old, type: local, path: old.yaml}]");

        assertThat(catalog.answerForTag("helmfile/helmfile", "v0.100.0", Target.of(Platform.of("linux/amd64")))
                        .registry())
                .isEqualTo("old");
        assertThat(catalog.answerForTag("helmfile/helmfile", "v0.169.0", Target.of(Platform.of("linux/amd64")))
                        .registry())
                .isEqualTo("builtin");
    }

    @Test
    void aRepositoryThatChangedItsWayIsAskedBeforeAnythingIsFetched() throws IOException {
        write("tools.yaml", "tools: {acme/cli: {type: github_release, asset: 'cli-{{trimV .Version}}', format: raw}}");
        gitHub.asset("acme/cli", "1.0.0", "cli-1.0.0", new byte[] {1});
        gitHub.asset("acme/cli", "v2.0.0", "cli-2.0.0", new byte[] {2});
        ToolId cli = new ToolId("acme/cli");

        assertThat(catalog("")
                        .resolve(cli, "1.0.0", Platform.of("linux/amd64"))
                        .address()
                        .getPath())
                .isEqualTo("/acme/cli/releases/download/1.0.0/cli-1.0.0");
        assertThat(catalog("")
                        .resolve(cli, "2.0.0", Platform.of("linux/amd64"))
                        .address()
                        .getPath())
                .isEqualTo("/acme/cli/releases/download/v2.0.0/cli-2.0.0");
        offline = true;
        assertThat(catalog("")
                        .resolve(cli, "3.0.0", Platform.of("linux/amd64"))
                        .address()
                        .getPath())
                .isEqualTo("/acme/cli/releases/download/v3.0.0/cli-3.0.0");
    }

    @Test
    void gitHubsOwnDigestServesWhereThereIsNoFileOfChecksums() throws IOException {
        write("tools.yaml", "tools: {acme/cli: {type: github_release, asset: cli, format: raw}}");
        gitHub.asset("acme/cli", "v1.0.0", "cli", new byte[] {1, 2, 3});

        var cli = catalog("").resolve(new ToolId("acme/cli"), "1.0.0", Platform.of("linux/amd64"));

        assertThat(cli.address().getPath()).isEqualTo("/acme/cli/releases/download/v1.0.0/cli");
        assertThat(cli.checksums()).hasSize(1);
    }

    @Test
    void whenGitHubAnswersNoMoreItsPagesDo() throws IOException {
        write("tools.yaml", "tools: {acme/cli: {type: github_release, asset: cli, format: raw}}");
        gitHub.asset("acme/cli", "v1.0.0", "cli", new byte[0]);
        gitHub.limit(0, Instant.now().plusSeconds(3600).getEpochSecond());
        gitHub.file(
                "/acme/cli.git/info/refs",
                "001e# service=git-upload-pack\n0000"
                        + "003d0123456789012345678901234567890123456789 refs/heads/main\n"
                        + "003d0123456789012345678901234567890123456789 refs/tags/v1.0.0\n"
                        + "003d0123456789012345678901234567890123456789 refs/tags/v1.1.0\n"
                        + "003d0123456789012345678901234567890123456789 refs/tags/v1.1.0^{}\n0000");
        gitHub.misbehave(
                "/acme/cli/releases/latest",
                FakeGitHub.redirect(
                        gitHub.address("/acme/cli/releases/tag/v1.1.0").toString()));
        gitHub.file("/acme/cli/releases/tag/v1.1.0", "a page");

        RegistryCatalog catalog = catalog("");

        assertThat(catalog.version(new ToolId("acme/cli"), "latest")).isEqualTo("1.1.0");
        assertThat(catalog.versions(new ToolId("acme/cli"))).containsExactly("1.1.0", "1.0.0");
        assertThat(said)
                .anyMatch(sentence ->
                        sentence.contains("answers no more questions") && sentence.contains("ATMOS_GITHUB_TOKEN"));
    }

    @Test
    void pagesAreAskedForUntilOneIsNotFull() throws IOException {
        write(
                "tools.yaml",
                "tools: {acme/cli: {type: github_release, asset: cli, format: raw, version_source: github_tag}}");
        var first = new StringBuilder("[");
        for (int i = 0; i < 100; i++) {
            first.append(i == 0 ? "" : ",").append("{\"name\":\"v1.0.%d\"}".formatted(i));
        }
        gitHub.misbehave("/repos/acme/cli/tags", json(first.append("]").toString()), json("[{\"name\":\"v2.0.0\"}]"));

        assertThat(catalog("").versions(new ToolId("acme/cli"))).hasSize(101).startsWith("2.0.0", "1.0.99");
        assertThat(gitHub.requests("/repos/acme/cli/tags")).hasSize(2);
    }

    @Test
    void wrongSettingsAreToldWithTheirPlace() {
        assertThatThrownBy(() -> registries("registries: nonsense")).hasMessageContaining("atmos.yaml:1:13");
        assertThatThrownBy(() -> registries("registries: [x]")).hasMessageContaining("has to be a mapping");
        assertThatThrownBy(() -> registries("registries: [{type: carrier}]"))
                .hasMessageContaining("no type of registry");
        assertThatThrownBy(() -> registries("registries: [{type: local}]")).hasMessageContaining("needs a path");
        assertThatThrownBy(() -> registries("registries: [{type: inline}]")).hasMessageContaining("needs tools");
        assertThatThrownBy(() -> registries("registries: [{type: hub}]")).hasMessageContaining("no address");
        assertThatThrownBy(() -> registries("registries: [{type: aqua, priority: high}]"))
                .hasMessageContaining("whole number");
        assertThatThrownBy(() -> registries("aliases: {a: [b]}")).hasMessageContaining("alias \"a\"");
    }

    @Test
    void withoutSettingsThereAreTheBuiltInAndTheStandardOne() {
        assertThat(RegistrySettings.of(null, folder).places())
                .extracting(RegistryPlace::name)
                .containsExactly("builtin", "standard");
        YamlMapping seed = (YamlMapping) Yaml.parse("atmos.yaml", """
                registries:
                  - {name: aqua, type: aqua, priority: 100,
                     url: "https://raw.githubusercontent.com/aquaproj/aqua-registry/main/pkgs"}
                  - {name: custom-corp, type: aqua, url: "https://github.example.com/corp/main/pkgs", priority: 150}
                """);
        assertThat(RegistrySettings.of(seed, folder).places())
                .extracting(place -> place.name() + " " + place.source().words())
                .containsExactly(
                        "custom-corp https://github.example.com/corp/main/pkgs",
                        "builtin built in",
                        "aqua " + RegistrySettings.STANDARD);
    }

    private FakeGitHub.Misbehaviour json(String body) {
        return (exchange, ignored) -> {
            exchange.sendResponseHeaders(200, body.length());
            exchange.getResponseBody().write(body.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            exchange.close();
            return true;
        };
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void age() throws IOException {
        for (Path index : indexes()) {
            Files.setLastModifiedTime(index, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        }
        for (Path document : list(cache.resolve("documents"))) {
            byte[] bytes = Files.readAllBytes(document);
            String head = new String(bytes, 0, 13, java.nio.charset.StandardCharsets.US_ASCII);
            String older =
                    String.valueOf(Long.parseLong(head) - Duration.ofDays(2).toMillis());
            System.arraycopy(older.getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, bytes, 0, 13);
            Files.write(document, bytes);
        }
    }

    private List<Path> indexes() throws IOException {
        return list(cache.resolve("registries"));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private Registries registries(String section) {
        return catalog(section).registries();
    }

    private RegistryCatalog catalog(String section) {
        YamlMapping toolchain = section.isEmpty() ? null : (YamlMapping) Yaml.parse("atmos.yaml", section);
        var web = new Web(WebRules.from(Map.of())
                .patience(1, Duration.ofSeconds(10), Duration.ofSeconds(10), time -> {})
                .offline(offline));
        var documents = new Documents(web, Cache.in(cache, 1 << 20, cache, progress), Duration.ofDays(1), progress);
        var addresses = new GitHubAddresses(
                gitHub.address("").toString(),
                gitHub.address("/raw").toString(),
                gitHub.address("").toString());
        var releases = new GitHubReleases(web, documents, addresses, progress);
        var registries =
                new Registries(withoutStandard(toolchain), cache, Duration.ofDays(1), offline, documents, progress);
        return new RegistryCatalog(
                registries,
                new PackageResolver(addresses, new GoTemplates()),
                new Versions(releases, documents),
                releases);
    }

    /// Tests ask nobody outside of this machine.
    private RegistrySettings withoutStandard(YamlMapping toolchain) {
        RegistrySettings settings = RegistrySettings.of(toolchain, folder);
        return new RegistrySettings(
                settings.places().stream()
                        .filter(place ->
                                !place.source().equals(new RegistrySource.WholeFile(RegistrySettings.STANDARD)))
                        .toList(),
                settings.aliases());
    }
}
