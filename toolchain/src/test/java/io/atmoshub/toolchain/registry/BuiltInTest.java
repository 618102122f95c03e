package io.atmoshub.toolchain.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.toolchain.Golden;
import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.aqua.AquaPackage;
import io.atmoshub.toolchain.aqua.GitHubAddresses;
import io.atmoshub.toolchain.aqua.GoTemplates;
import io.atmoshub.toolchain.aqua.PackageResolver;
import io.atmoshub.toolchain.aqua.Resolution;
import io.atmoshub.toolchain.aqua.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is built in says the same as the public registry.
class BuiltInTest {
    private final PackageResolver resolver = new PackageResolver(GitHubAddresses.PUBLIC, new GoTemplates());
    private final PackageIndex builtIn = PackageIndex.of("builtin.yaml", index("builtin.yaml", builtIn()));

    @Test
    void theToolsPeopleUseMostAreThere() {
        for (String command : List.of(
                "terraform",
                "tofu",
                "terragrunt",
                "tflint",
                "trivy",
                "helm",
                "helmfile",
                "kubectl",
                "kustomize",
                "k9s",
                "packer",
                "sops",
                "age",
                "jq",
                "yq",
                "gh",
                "opa",
                "conftest",
                "atmos",
                "vault",
                "consul",
                "nomad",
                "terraform-docs",
                "infracost",
                "checkov",
                "eksctl",
                "argocd",
                "flux",
                "cosign",
                "stern",
                "kubeconform")) {
            assertThat(builtIn.called(command)).as(command).hasSize(1);
        }
    }

    @Test
    void hashiCorpsChecksumsAreSigned() {
        AquaPackage terraform = builtIn.find("hashicorp/terraform").orElseThrow();

        assertThat(resolver.resolve(terraform, "v1.10.3", Target.of(Platform.of("linux/amd64"))))
                .isInstanceOfSatisfying(
                        Resolution.Asset.class,
                        asset -> assertThat(
                                        asset.checksum().file().orElseThrow().verifications())
                                .containsExactly(new Resolution.Verification.Gpg(
                                        "https://releases.hashicorp.com/terraform/1.10.3/terraform_1.10.3_SHA256SUMS.sig",
                                        List.of(),
                                        List.of())));
    }

    @Test
    void everyDefinitionGivesEachUsualPlatformAFile() {
        for (Summary summary : builtIn.summaries()) {
            AquaPackage tool = builtIn.find(summary.name()).orElseThrow();
            assertThat(tool.description()).as(tool.name()).isNotEmpty();
            assertThat(tool.tagStyle()).as(tool.name()).isNotEqualTo(AquaPackage.TagStyle.UNKNOWN);
            for (String platform : List.of("linux/amd64", "linux/arm64", "darwin/arm64", "windows/amd64")) {
                String prefix = tool.definition().versions().prefix();
                String v = tool.tagStyle() == AquaPackage.TagStyle.WITH_V ? "v" : "";
                assertThat(resolver.resolve(
                                tool, (prefix == null ? "" : prefix) + v + "999.0.0", Target.of(Platform.of(platform))))
                        .as(tool.name() + " " + platform)
                        .isInstanceOf(Resolution.Asset.class);
            }
        }
    }

    @Test
    void addressesAndChecksumsAreThoseOfThePublicRegistry() throws IOException {
        Path aqua = Golden.folder("aqua");
        PackageIndex snapshot = PackageIndex.of(
                "registry.yaml", index("registry.yaml", Files.readString(aqua.resolve("registry.yaml"))));
        var differences = new LinkedHashSet<String>();
        var covered = new LinkedHashSet<String>();
        int same = 0;
        for (String file : List.of("assets-recorded.tsv", "assets-resolved.tsv")) {
            for (String line : Files.readAllLines(aqua.resolve(file))) {
                String[] row = line.split("\t");
                AquaPackage mine = builtIn.find(row[0]).orElse(null);
                AquaPackage theirs = mine == null ? null : snapshot.find(row[0]).orElse(null);
                if (mine == null || theirs == null) {
                    continue;
                }
                Target target = Target.of(new Platform(row[2], row[3]));
                if (resolver.resolve(mine, row[1], target) instanceof Resolution.Asset asset
                        && resolver.resolve(theirs, row[1], target) instanceof Resolution.Asset other) {
                    covered.add(row[0]);
                    List<String> left = facts(asset, true);
                    List<String> right = facts(
                            other,
                            !asset.checksum().file().isEmpty()
                                    && !other.checksum().file().isEmpty());
                    if (left.subList(0, right.size()).equals(right)) {
                        same++;
                    } else {
                        differences.add(
                                String.join(" ", row[0], row[1], row[2], row[3]) + "\n  " + left + "\n  " + right);
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(same).isGreaterThan(500);
        Set<String> unseen = new LinkedHashSet<>();
        builtIn.summaries().forEach(summary -> unseen.add(summary.name()));
        unseen.removeAll(covered);
        assertThat(unseen).hasSizeLessThan(15);
    }

    private static List<String> facts(Resolution.Asset asset, boolean checksum) {
        var facts = new ArrayList<String>();
        facts.add(asset.url());
        facts.add(asset.format());
        asset.programs().forEach(program -> facts.add(program.path()));
        if (checksum) {
            asset.checksum().file().ifPresent(file -> facts.add(file.url() + " " + file.algorithm()));
        }
        return facts;
    }

    private static byte[] index(String file, String text) {
        return IndexWriter.index(file, text, new byte[32]);
    }

    private static String builtIn() {
        try (var in = RegistryOpener.class.getResourceAsStream("builtin.yaml")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
