package io.atmoshub.toolchain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Real cases that lie outside of the project; tests that use them are skipped, loudly, where there are none.
public final class Golden {
    private Golden() {}

    public static Path folder(String name) {
        Path folder = root().map(root -> root.resolve(name))
                .filter(Files::isDirectory)
                .orElse(null);
        if (folder == null) {
            System.err.println(
                    "GOLDEN TESTS SKIPPED: there is no folder golden/" + name + "; name its parent with ATMOS_GOLDEN.");
        }
        Assumptions.assumeTrue(folder != null, "no golden/" + name);
        return folder;
    }

    private static Optional<Path> root() {
        String named = System.getProperty("ATMOS_GOLDEN", System.getenv().getOrDefault("ATMOS_GOLDEN", ""));
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            Path golden = above.resolve("shared/golden");
            if (Files.isDirectory(golden)) {
                return Optional.of(golden);
            }
        }
        return Optional.empty();
    }
}
