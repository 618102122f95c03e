package io.atmoshub.toolchain.aqua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.aqua.Resolution.Compiled;
import io.atmoshub.toolchain.aqua.Resolution.Verification;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Each rule of the registry format, on a package made for it.
class AquaRulesTest {
    @Test
    void theFirstOverrideThatClaimsAVersionReplacesWhatItNames() {
        Packages tool = Packages.of("""
                type: github_release
                repo_owner: o
                repo_name: r
                asset: r-{{.OS}}-{{.Arch}}
                format: raw
                replacements: {linux: Linux, amd64: x64}
                version_constraint: semver(">= 3.0.0")
                version_overrides:
                  - version_constraint: semver(">= 2.0.0")
                    replacements: {amd64: x86_64}
                  - version_constraint: "true"
                    asset: old_{{.Version}}
                """);

        assertThat(tool.name("v3.1.0", "linux/amd64")).isEqualTo("r-Linux-x64");
        assertThat(tool.name("v2.1.0", "linux/amd64")).isEqualTo("r-linux-x86_64");
        assertThat(tool.name("v1.0.0", "linux/amd64")).isEqualTo("old_v1.0.0");
    }

    @Test
    void withoutAConstraintAtTheTopNoOverrideIsAsked() {
        Packages tool = Packages.of("""
                type: github_release
                repo_owner: o
                repo_name: r
                asset: top
                format: raw
                version_overrides:
                  - version_constraint: "true"
                    asset: never
                """);

        assertThat(tool.name("v1", "linux/amd64")).isEqualTo("top");
    }

    @Test
    void aVersionThatNobodyClaimsIsTheTops() {
        Packages tool = Packages.of("""
                type: github_release
                repo_owner: o
                repo_name: r
                asset: top
                format: raw
                version_constraint: "false"
                version_overrides:
                  - version_constraint: semver("broken
                    asset: never
                  - version_constraint: Version == "v2"
                    asset: other
                """);

        assertThat(tool.name("v1", "linux/amd64")).isEqualTo("top");
    }

    @Test
    void thePrefixDecidesWhichTagsAreMeantAndIsNotPartOfTheVersion() {
        Packages tool = Packages.of("""
                type: github_release
                repo_owner: o
                repo_name: r
                version_prefix: cli/
                asset: r_{{.SemVer}}_{{trimV .SemVer}}
                format: raw
                version_constraint: semver(">= 2.0.0")
                version_overrides:
                  - version_constraint: "true"
                    version_prefix: ""
                    asset: plain_{{.SemVer}}
                """);

        assertThat(tool.asset("cli/v2.1.0", "linux/amd64").url())
                .isEqualTo("https://github.com/o/r/releases/download/cli/v2.1.0/r_v2.1.0_2.1.0");
        assertThat(tool.name("v1.0.0", "linux/amd64")).isEqualTo("plain_v1.0.0");
        assertThat(tool.tool().offers("cli/v2.1.0")).isTrue();
        assertThat(tool.tool().offers("")).isFalse();
    }

    @Test
    void aPlatformsOverrideAddsItsWords() {
        Packages tool = Packages.of("""
                type: github_release
                repo_owner: o
                repo_name: r
                asset: r-{{.OS}}-{{.Arch}}
                format: tar.gz
                replacements: {amd64: x64, linux: Linux}
                overrides:
                  - goos: linux
                    goarch: arm64
                    replacements: {arm64: aarch64}
                  - goos: linux
                    format: tar.xz
                  - envs: [windows/amd64, darwin]
                    asset: r-other
                    format: zip
                """);

        assertThat(tool.name("v1", "linux/arm64")).isEqualTo("r-Linux-aarch64.tar.gz");
        assertThat(tool.name("v1", "linux/amd64")).isEqualTo("r-Linux-x64.tar.xz");
        assertThat(tool.name("v1", "darwin/arm64")).isEqualTo("r-other.zip");
        assertThat(tool.name("v1", "windows/arm64")).isEqualTo("r-windows-arm64.tar.gz");
    }

    @Test
    void aVariantThatNobodyKnowsNeverMatches() {
        Packages tool = Packages.of("""
                type: github_release
                repo_owner: o
                repo_name: r
                asset: r
                format: raw
                overrides:
                  - variants: [{key: colour, value: red}]
                    asset: red
                  - variants: [{key: libc, value: musl}]
                    asset: musl
                  - variants: [{key: libc, value: glibc}]
                    asset: glibc
                """);

        assertThat(tool.name("v1", "linux/amd64")).isEqualTo("glibc");
        assertThat(tool.name("v1", "darwin/amd64")).isEqualTo("r");
    }

    @Test
    void formatOverridesComeBeforeOthers() {
        Packages tool = Packages.of("""
                type: github_release
                repo_owner: o
                repo_name: r
                asset: r.{{.Format}}
                format: tar.gz
                format_overrides: [{goos: windows, format: zip}]
                """);

        assertThat(tool.name("v1", "windows/amd64")).isEqualTo("r.zip");
        assertThat(tool.name("v1", "linux/amd64")).isEqualTo("r.tar.gz");
    }

    @Test
    void emulationStandsInForAMissingProcessor() {
        Packages tool = Packages.of("""
                type: github_release
                repo_owner: o
                repo_name: r
                asset: r-{{.OS}}-{{.Arch}}
                format: raw
                rosetta2: true
                windows_arm_emulation: true
                supported_envs: [amd64]
                """);

        assertThat(tool.name("v1", "darwin/arm64")).isEqualTo("r-darwin-amd64");
        assertThat(tool.name("v1", "windows/arm64")).isEqualTo("r-windows-amd64.exe");
        assertThat(tool.reason("v1", "linux/arm64")).isEqualTo("it is not made for linux/arm64, only for amd64");
    }

    @Test
    void theFormatIsAppendedOnlyWhereNoneShows() {
        String head = """
                type: github_release
                repo_owner: o
                repo_name: r
                """;

        assertThat(Packages.of(head + "asset: r\nformat: zip").name("v1", "linux/amd64"))
                .isEqualTo("r.zip");
        assertThat(Packages.of(head + "asset: r.tgz\nformat: tar.gz").name("v1", "linux/amd64"))
                .isEqualTo("r.tgz");
        assertThat(Packages.of(head + "asset: r\nformat: zip\nappend_ext: false")
                        .name("v1", "linux/amd64"))
                .isEqualTo("r");
        assertThat(Packages.of(head + "asset: r\nformat: raw").name("v1", "linux/amd64"))
                .isEqualTo("r");
    }

    @Test
    void windowsProgramsGetTheirEnding() {
        String head = """
                type: github_release
                repo_owner: o
                repo_name: r
                """;

        assertThat(Packages.of(head + "asset: r\nformat: raw").name("v1", "windows/amd64"))
                .isEqualTo("r.exe");
        assertThat(Packages.of(head + "asset: r-{{trimV .Version}}").name("v1.2", "windows/amd64"))
                .isEqualTo("r-1.2.exe");
        assertThat(Packages.of(head + "asset: r.jar\nformat: raw").name("v1", "windows/amd64"))
                .isEqualTo("r.jar");
        assertThat(Packages.of(head + "asset: r\nformat: raw\ncomplete_windows_ext: false")
                        .name("v1", "windows/amd64"))
                .isEqualTo("r");
        assertThat(Packages.of(head + "asset: r\nformat: raw\nwindows_ext: .bat")
                        .name("v1", "windows/amd64"))
                .isEqualTo("r.bat");
        assertThat(Packages.of("type: github_content\nrepo_owner: o\nrepo_name: r\npath: bin/tool")
                        .asset("v1", "windows/amd64")
                        .programs()
                        .getFirst()
                        .path())
                .isEqualTo("tool.sh");
    }

    @Test
    void filesSayWhereProgramsAre() {
        Packages tool = Packages.of("""
                type: github_release
                repo_owner: o
                repo_name: r
                asset: r-{{trimV .Version}}.tar.gz
                format: tar.gz
                files:
                  - name: one
                    src: "{{.AssetWithoutExt}}/bin/{{.FileName}}"
                    link: first
                    hard: true
                  - name: two
                """);

        var programs = tool.asset("v1.2", "linux/amd64").programs();
        assertThat(programs.getFirst().path()).isEqualTo("r-1.2/bin/one");
        assertThat(programs.getFirst().link()).isEqualTo("first");
        assertThat(programs.getFirst().hard()).isTrue();
        assertThat(programs.getLast().path()).isEqualTo("two");
        assertThat(tool.asset("v1.2", "windows/amd64").programs().getLast().path())
                .isEqualTo("two.exe");
    }

    @Test
    void withoutFilesTheProgramIsCalledAsThePackage() {
        assertThat(Packages.of("type: github_release\nrepo_owner: o\nrepo_name: r\nasset: a\nformat: zip")
                        .asset("v1", "linux/amd64")
                        .programs()
                        .getFirst()
                        .name())
                .isEqualTo("r");
        assertThat(Packages.of("name: o/r/tool\ntype: http\nurl: https://example.org/x.zip")
                        .asset("v1", "linux/amd64")
                        .programs()
                        .getFirst()
                        .name())
                .isEqualTo("tool");
    }

    @Test
    void everyTypeHasItsAddress() {
        assertThat(Packages.of("name: a/b\ntype: http\nurl: https://example.org/{{.Version}}/x%20y.tar.gz?z=1")
                        .asset("v1", "linux/amd64"))
                .satisfies(asset -> assertThat(asset.name()).isEqualTo("x y.tar.gz"))
                .satisfies(asset -> assertThat(asset.format()).isEqualTo("tar.gz"));
        assertThat(Packages.of("type: github_content\nrepo_owner: o\nrepo_name: r\npath: bin/tool")
                        .asset("v1", "linux/amd64")
                        .url())
                .isEqualTo("https://raw.githubusercontent.com/o/r/v1/bin/tool");
        assertThat(Packages.of("type: github_archive\nrepo_owner: o\nrepo_name: r")
                        .asset("v1", "linux/amd64"))
                .satisfies(asset ->
                        assertThat(asset.url()).isEqualTo("https://github.com/o/r/archive/refs/tags/v1.tar.gz"))
                .satisfies(asset -> assertThat(asset.format()).isEqualTo("tar.gz"));
    }

    @Test
    void whatIsCompiledSaysWithWhat() {
        assertThat(Packages.of(
                                "type: go_install\nrepo_owner: o\nrepo_name: r\npath: example.org/m/v{{(semver .Version).Major}}/cmd")
                        .on("v2.1.0", "linux/amd64"))
                .isInstanceOfSatisfying(Compiled.class, compiled -> {
                    assertThat(compiled.compiler()).isEqualTo("go");
                    assertThat(compiled.what()).isEqualTo("example.org/m/v2/cmd@v2.1.0");
                });
        assertThat(Packages.of("type: go_install\nrepo_owner: o\nrepo_name: r").on("v1", "windows/amd64"))
                .isInstanceOfSatisfying(
                        Compiled.class, compiled -> assertThat(compiled.what()).isEqualTo("github.com/o/r@v1"));
        assertThat(Packages.of(
                                "type: go_build\nrepo_owner: o\nrepo_name: r\nfiles: [{name: r, src: ./cmd/r, dir: 'r-{{trimV .Version}}'}]")
                        .on("v1.0", "linux/amd64"))
                .isInstanceOfSatisfying(Compiled.class, compiled -> {
                    assertThat(compiled.sources()).contains("https://github.com/o/r/archive/refs/tags/v1.0.tar.gz");
                    assertThat(compiled.programs().getFirst().dir()).isEqualTo("r-1.0");
                });
        assertThat(Packages.of(
                                "type: cargo\nrepo_owner: o\nrepo_name: r\ncrate: c\ncargo: {features: [a, b], locked: true}")
                        .on("v1.0", "linux/amd64"))
                .isInstanceOfSatisfying(Compiled.class, compiled -> {
                    assertThat(compiled.compiler()).isEqualTo("cargo");
                    assertThat(compiled.what()).isEqualTo("c@1.0");
                    assertThat(compiled.arguments()).containsExactly("--features=a,b", "--locked");
                    assertThat(compiled.programs().getFirst().path()).isEqualTo("bin/r");
                });
    }

    @Test
    void anotherTypeForgetsWhatMeansNothingToIt() {
        Packages tool = Packages.of("""
                type: github_release
                repo_owner: o
                repo_name: r
                asset: a
                format: zip
                rosetta2: true
                version_constraint: semver(">= 2")
                version_overrides:
                  - version_constraint: "true"
                    type: http
                    url: https://example.org/a
                overrides:
                  - goos: windows
                    type: cargo
                    crate: c
                """);

        assertThat(tool.asset("v1", "linux/amd64").url()).isEqualTo("https://example.org/a.zip");
        assertThat(tool.on("v3", "windows/arm64")).isInstanceOf(Compiled.class);
    }

    @Test
    void whereThereIsNoFileItCanBeBuilt() {
        Packages tool = Packages.of("""
                type: github_release
                repo_owner: o
                repo_name: r
                asset: a
                format: raw
                supported_envs: [linux]
                build:
                  type: go_install
                  path: example.org/r
                  excluded_envs: [windows]
                """);

        assertThat(tool.on("v1", "darwin/arm64"))
                .isInstanceOfSatisfying(
                        Compiled.class, compiled -> assertThat(compiled.what()).isEqualTo("example.org/r@v1"));
        assertThat(tool.reason("v1", "windows/amd64")).contains("not made for windows/amd64");
    }

    @Test
    void noAssetAndMessagesAreReasons() {
        Packages tool = Packages.of("""
                type: github_release
                repo_owner: o
                repo_name: r
                asset: a
                error_message: never read at the top
                version_constraint: "false"
                version_overrides:
                  - version_constraint: Version == "v1"
                    no_asset: true
                  - version_constraint: Version == "v2"
                    error_message: |
                      It was withdrawn.
                  - version_constraint: "true"
                    asset: b
                """);

        assertThat(tool.reason("v1", "linux/amd64")).isEqualTo("this version has no file to download");
        assertThat(tool.reason("v2", "linux/amd64")).isEqualTo("the registry says: It was withdrawn.");
        assertThat(tool.name("v3", "linux/amd64")).isEqualTo("b");
        assertThat(tool.tool().offers("v1")).isFalse();
        assertThat(tool.tool().offers("v2")).isFalse();
        assertThat(tool.tool().offers("v3")).isTrue();
    }

    @Test
    void whatADefinitionLacksIsSaid() {
        assertThat(Packages.of("type: github_release\nrepo_owner: o\nrepo_name: r")
                        .reason("v1", "linux/amd64"))
                .isEqualTo("its definition has no asset");
        assertThat(Packages.of("name: a/b\ntype: http").reason("v1", "linux/amd64"))
                .contains("no url");
        assertThat(Packages.of("name: a/b\ntype: github_archive").reason("v1", "linux/amd64"))
                .contains("no repository");
        assertThat(Packages.of("name: a/b\ntype: cargo").reason("v1", "linux/amd64"))
                .contains("no crate");
        assertThat(Packages.of("name: a/b\ntype: go_install").reason("v1", "linux/amd64"))
                .contains("no path");
        assertThat(Packages.of("type: github_content\nrepo_owner: o\nrepo_name: r")
                        .reason("v1", "linux/amd64"))
                .contains("no path");
        assertThat(Packages.of("name: a/b\ntype: carrier_pigeon").reason("v1", "linux/amd64"))
                .isEqualTo("its type \"carrier_pigeon\" is not known here");
    }

    @Test
    void variablesHaveValuesOrAreAskedFor() {
        Packages tool = Packages.of("""
                name: a/b
                type: http
                url: https://example.org/{{.Vars.channel}}/{{.Vars.flavour}}
                vars:
                  - {name: channel, default: stable}
                  - {name: flavour, required: true}
                """);

        assertThat(tool.reason("v1", "linux/amd64")).isEqualTo("it needs a value for the variable \"flavour\"");
        assertThat(tool.on("v1", "linux/amd64", Map.of("flavour", "mint")))
                .isInstanceOfSatisfying(
                        Resolution.Asset.class,
                        asset -> assertThat(asset.url()).isEqualTo("https://example.org/stable/mint"));
    }

    @Test
    void checksumsAndSignaturesComeAlong() {
        Packages tool = Packages.of("""
                type: github_release
                repo_owner: o
                repo_name: r
                asset: r-{{.OS}}.tar.gz
                format: tar.gz
                replacements: {linux: Linux}
                checksum:
                  type: github_release
                  asset: sums-{{.OS}}-{{.Asset}}.txt
                  file_format: regexp
                  algorithm: sha512
                  pattern: {checksum: "^(.*) ", file: " (.*)$"}
                  replacements: {linux: tux}
                  cosign:
                    opts: [--key, "{{.Asset}}.pub"]
                    signature: {type: github_release, asset: "{{.Asset}}.sig"}
                minisign:
                  type: http
                  url: https://example.org/{{.Asset}}.minisig
                  public_key: RWQ
                slsa_provenance:
                  type: github_release
                  asset: multiple.intoto.jsonl
                github_artifact_attestations:
                  signer-workflow: o/r/.github/workflows/release.yml
                github_immutable_release: true
                """);

        Resolution.Asset asset = tool.asset("v1", "linux/amd64");
        Resolution.ChecksumFile file = asset.checksum().file().orElseThrow();
        assertThat(file.url()).isEqualTo("https://github.com/o/r/releases/download/v1/sums-tux-r-Linux.tar.gz.txt");
        assertThat(file.algorithm()).isEqualTo("sha512");
        assertThat(file.pattern()).isEqualTo(new Checks.Pattern("^(.*) ", " (.*)$"));
        assertThat(file.verifications()).singleElement().isInstanceOfSatisfying(Verification.Cosign.class, cosign -> {
            assertThat(cosign.options()).containsExactly("--key", "sums-tux-r-Linux.tar.gz.txt.pub");
            assertThat(cosign.signature().orElseThrow()).endsWith("/sums-tux-r-Linux.tar.gz.txt.sig");
        });
        assertThat(asset.checksum().gitHubDigest()).contains("https://api.github.com/repos/o/r/releases/tags/v1");
        assertThat(asset.verifications())
                .containsExactly(
                        new Verification.Slsa(
                                "https://github.com/o/r/releases/download/v1/multiple.intoto.jsonl",
                                "github.com/o/r",
                                "v1"),
                        new Verification.Minisign("https://example.org/r-Linux.tar.gz.minisig", "RWQ"),
                        new Verification.Attestation("o/r", "", "o/r/.github/workflows/release.yml"),
                        new Verification.ImmutableRelease("o/r", "v1"));
    }

    @Test
    void whatIsDisabledIsNotChecked() {
        Packages tool = Packages.of("""
                type: github_release
                repo_owner: o
                repo_name: r
                asset: r
                format: raw
                checksum: {enabled: false, type: github_release, asset: sums}
                cosign: {enabled: false, opts: [a]}
                minisign: {enabled: false}
                slsa_provenance: {enabled: false}
                github_artifact_attestations: {enabled: false}
                """);

        assertThat(tool.asset("v1", "linux/amd64").checksum().file()).isEqualTo(Optional.empty());
        assertThat(tool.asset("v1", "linux/amd64").verifications()).isEmpty();
    }

    @Test
    void wrongYamlIsToldWithItsPlace() {
        assertThatThrownBy(() -> Packages.of("type: http\nname: a/b\nrosetta2: maybe"))
                .isInstanceOf(ToolchainException.class)
                .hasMessage("registry.yaml:1:1: \"rosetta2\" has to be true or false, not \"maybe\".");
        assertThatThrownBy(() -> Packages.of("type: http\nname: a/b\nfiles: bin"))
                .hasMessage("registry.yaml:3:8: \"files\" has to be a list.");
        assertThatThrownBy(() -> Packages.of("type: http\nname: [a]"))
                .hasMessage("registry.yaml:2:7: \"name\" has to be a single value.");
        assertThatThrownBy(() -> Packages.of("type: http\nname: a/b\nchecksum: yes"))
                .hasMessageContaining("3:11");
        assertThatThrownBy(() -> Packages.of("type: http")).hasMessage("registry.yaml:1:1: this package has no name.");
        assertThatThrownBy(() -> Packages.of("- a")).hasMessageContaining("registry.yaml:1:1");
    }

    @Test
    void absurdTemplatesAreRefusedSoon() {
        String head = "name: a/b\ntype: http\nurl: ";

        assertThat(Packages.of(head + "'{{range until 100000000}}x{{end}}'").reason("v1", "linux/amd64"))
                .contains("a template of its definition fails");
        assertThat(Packages.of(head + "'{{repeat 1000000000 \"x\"}}'").reason("v1", "linux/amd64"))
                .contains("fails");
        assertThat(Packages.of(head + "'{{define \"a\"}}{{template \"a\" .}}{{end}}{{template \"a\" .}}'")
                        .reason("v1", "linux/amd64"))
                .contains("fails");
        assertThat(Packages.of(head + "'{{env \"HOME\"}}'").reason("v1", "linux/amd64"))
                .contains("env");
        assertThat(Packages.of(head + "'{{.Version'").reason("v1", "linux/amd64"))
                .contains("fails");
        assertThat(Packages.of(head + "'" + "x".repeat(30_000) + "{{.OS}}'").reason("v1", "linux/amd64"))
                .contains("characters");
    }
}
