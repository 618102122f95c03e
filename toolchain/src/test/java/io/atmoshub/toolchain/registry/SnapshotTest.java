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
import java.util.HashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The whole public registry of one day, and what real tools made of it.
class SnapshotTest {
    private final Path aqua = Golden.folder("aqua");
    private final PackageResolver resolver = new PackageResolver(GitHubAddresses.PUBLIC, new GoTemplates());

    @Test
    void everyPackageLoads() throws IOException {
        PackageIndex index = index();

        assertThat(index.size()).isEqualTo(2273);
        for (int entry = 0; entry < index.size(); entry++) {
            assertThat(index.load(entry).name()).isNotEmpty();
        }
        assertThat(index.summaries()).hasSize(2273);
    }

    @Test
    void everyRecordedAssetIsFoundAgain() throws IOException {
        compare("assets-recorded.tsv", 8456);
    }

    @Test
    void everyResolvedAssetHasItsName() throws IOException {
        compare("assets-resolved.tsv", 16580);
    }

    /// The last column is a name, or for files from elsewhere than GitHub their address.
    private void compare(String file, int rows) throws IOException {
        PackageIndex index = index();
        var differences = new ArrayList<String>();
        var packages = new HashMap<String, Optional<AquaPackage>>();
        int seen = 0;
        for (String line :
                Files.readAllLines(aqua.resolve(file)).stream().skip(1).toList()) {
            String[] row = line.split("\t");
            seen++;
            String answer = packages.computeIfAbsent(row[0], index::find)
                    .map(tool -> resolver.resolve(tool, row[1], Target.of(new Platform(row[2], row[3]))))
                    .map(resolution -> switch (resolution) {
                        case Resolution.Asset asset -> row[4].contains("://") ? asset.url() : asset.name();
                        case Resolution.Compiled compiled -> "compiled: " + compiled.what();
                        case Resolution.Unavailable unavailable -> "unavailable: " + unavailable.reason();
                    })
                    .orElse("no such package");
            if (!answer.equals(row[4])) {
                differences.add(line + "\n    -> " + answer);
            }
        }
        Files.write(Path.of("target/differences-" + file), differences);
        assertThat(seen).isEqualTo(rows);
        assertThat(differences).isEmpty();
    }

    private PackageIndex index() throws IOException {
        return PackageIndex.of(
                "registry.yaml",
                IndexWriter.index("registry.yaml", Files.readString(aqua.resolve("registry.yaml")), new byte[32]));
    }
}
