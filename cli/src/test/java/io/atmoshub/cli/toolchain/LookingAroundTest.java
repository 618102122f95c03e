package io.atmoshub.cli.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.Played;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Asking about tools, in a project with a registry of its own and without a network.
class LookingAroundTest {
    @TempDir
    Path home;

    @TempDir
    Path folder;

    @BeforeEach
    void aProject() throws Exception {
        write("atmos.yaml", """
                base_path: ./
                toolchain:
                  aliases:
                    tf: hashicorp/terraform
                  registries:
                    - name: ours
                      type: local
                      path: registry.yaml
                      priority: 300
                """);
        write("registry.yaml", """
                packages:
                  - type: github_release
                    repo_owner: acme
                    repo_name: rocket
                    description: Flies to the moon
                    asset: rocket-{{.Version}}-{{.OS}}-{{.Arch}}.tar.gz
                    format: tar.gz
                    supported_envs: [linux, darwin]
                    checksum: {type: github_release, asset: sums.txt, algorithm: sha256}
                    minisign: {type: github_release, asset: "{{.Asset}}.minisig", public_key: RWQ}
                  - type: cargo
                    repo_owner: acme
                    repo_name: oven
                    crate: oven
                """);
    }

    @Test
    void resolveShowsAddressChecksumAndSignature() {
        var played = play();

        assertThat(played.run("toolchain", "resolve", "rocket@v1.0", "--os", "linux", "--arch", "arm64"))
                .isZero();

        assertThat(played.out()).isEqualTo("""
                acme/rocket@v1.0 linux/arm64
                  url       https://github.com/acme/rocket/releases/download/v1.0/rocket-v1.0-linux-arm64.tar.gz
                  checksum  sha256 in https://github.com/acme/rocket/releases/download/v1.0/sums.txt
                  signed    minisign
                """);
        assertThat(played.err()).isEmpty();
    }

    @Test
    void resolveKnowsAllPlatformsAndSpeaksJson() {
        var played = play();

        assertThat(played.run("toolchain", "resolve", "tf@1.10.3", "--all-platforms", "--json"))
                .isEqualTo(1);

        assertThat(played.out())
                .contains(
                        "https://releases.hashicorp.com/terraform/1.10.3/terraform_1.10.3_darwin_arm64.zip",
                        "\"registry\":\"builtin\"",
                        "\"programs\":{\"terraform\":\"terraform.exe\"}",
                        "it is not made for windows/arm64");
        assertThat(play().run("toolchain", "resolve", "oven@v1", "tf@1.10.3")).isZero();
    }

    @Test
    void aBatchComesBackWithAddresses() throws Exception {
        write("wanted.tsv", """
                acme/rocket\tv1.0\tlinux\tamd64
                acme/rocket\tv1.0\twindows\tamd64

                acme/oven\tv1.0\tlinux\tamd64
                hashicorp/terraform\tv1.10.3\tdarwin\tarm64
                too\tshort
                acme/shoe\tv1\tlinux\tamd64
                """);
        var played = play();

        assertThat(played.run("toolchain", "resolve", "--batch", "wanted.tsv")).isEqualTo(1);

        assertThat(played.out())
                .isEqualTo("acme/rocket\tv1.0\tlinux\tamd64\t"
                        + "https://github.com/acme/rocket/releases/download/v1.0/rocket-v1.0-linux-amd64.tar.gz\n"
                        + "hashicorp/terraform\tv1.10.3\tdarwin\tarm64\t"
                        + "https://releases.hashicorp.com/terraform/1.10.3/terraform_1.10.3_darwin_arm64.zip\n");
        assertThat(played.err())
                .contains(
                        "wanted.tsv:2: acme/rocket v1.0: it is not made for windows/amd64",
                        "wanted.tsv:4: acme/oven v1.0 has to be compiled with cargo",
                        "wanted.tsv:6: This line has 2 cells",
                        "wanted.tsv:7: No registry has \"acme/shoe\"");
        assertThat(play().run("toolchain", "resolve", "--batch", "gone.tsv")).isEqualTo(1);
    }

    @Test
    void whatIsMisusedIsSaid() {
        assertThat(play().run("toolchain", "resolve")).isEqualTo(2);
        assertThat(play().run("toolchain")).isEqualTo(2);
        assertThat(play().run("toolchain", "registry")).isEqualTo(2);
        var played = play();
        assertThat(played.run("toolchain", "resolve", "rokcet@v1")).isEqualTo(1);
        assertThat(played.err()).contains("No registry has \"rokcet\"", "atmos toolchain search");
    }

    @Test
    void searchFindsByCommandAndWords() {
        var played = play();

        assertThat(played.run("toolchain", "search", "moon")).isZero();
        assertThat(played.out()).isEqualTo("acme/rocket  Flies to the moon\n");
        assertThat(played.run("toolchain", "search", "helm", "--limit", "1", "--json"))
                .isZero();
        assertThat(played.out()).contains("\"name\":\"helm/helm\"").doesNotContain("helmfile/helmfile");
        assertThat(played.run("toolchain", "search", "nothing of the kind")).isZero();
        assertThat(played.err()).contains("Nothing is called so");
        assertThat(played.run("toolchain", "registry", "search", "rocket", "--registry", "builtin"))
                .isZero();
        assertThat(played.out()).isEmpty();
    }

    @Test
    void registriesAreListedInTheirOrder() {
        var played = play();

        assertThat(played.run("toolchain", "registry", "list")).isZero();

        assertThat(played.out().lines().map(line -> line.split(" +")[0])).containsExactly("ours", "builtin");
        assertThat(played.out()).contains("2 packages", "registry.yaml");
        assertThat(played.run("toolchain", "registry", "list", "--json")).isZero();
        assertThat(played.out()).contains("\"name\":\"ours\"", "\"packages\":2");
    }

    @Test
    void aBrokenRegistryIsToldAndTheOthersStillServe() throws Exception {
        write("registry.yaml", "packages:\n  - type: http\n    name: acme/rocket\n    files: nonsense\n  - name: [\n");
        var played = play();

        assertThat(played.run("toolchain", "registry", "list")).isEqualTo(1);
        assertThat(played.out()).contains("can't be used");
        assertThat(played.run("toolchain", "resolve", "terraform@1.10.3")).isZero();
        assertThat(played.err()).contains("The registry \"ours\" can't be used", "registry.yaml:");
    }

    @Test
    void infoTellsWhatIsKnown() {
        var played = play();

        assertThat(played.run("toolchain", "info", "rocket")).isZero();
        assertThat(played.out()).contains("acme/rocket", "Flies to the moon", "https://github.com/acme/rocket");
        assertThat(played.run("toolchain", "info", "rocket@v1.0", "--json")).isZero();
        assertThat(played.out()).contains("\"here\":{", "\"registry\":\"ours\"");
        assertThat(played.run("toolchain", "info", "oven@v1.0")).isZero();
    }

    @Test
    void nothingIsInstalled() throws Exception {
        play().run("toolchain", "resolve", "rocket@v1.0");

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("atmos.yaml", "registry.yaml");
        }
    }

    private Played play() {
        return new Played(home, folder);
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }
}
