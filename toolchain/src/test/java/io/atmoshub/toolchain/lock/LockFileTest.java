package io.atmoshub.toolchain.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lock file is Atmos', and what others wrote there stays.
class LockFileTest {
    private static final ToolId TERRAFORM = new ToolId("hashicorp/terraform");
    private static final Platform LINUX = new Platform("linux", "amd64");
    private static final Checksum SUM = Checksum.sha256("terraform");
    private static final LockFile.Entry ENTRY =
            new LockFile.Entry(URI.create("https://example.org/terraform.zip"), SUM, 12, Optional.of("GPG by AB"));

    @TempDir
    Path folder;

    @Test
    void whatIsPutIsReadAgainAsAtmosWritesIt() throws Exception {
        Path file = folder.resolve("toolchain.lock.yaml");
        LockFile lock = LockFile.read(file);
        assertThat(lock.isEmpty()).isTrue();
        lock.put(TERRAFORM, "1.13.4", LINUX, ENTRY);
        lock.write(file, "0.1.0");

        assertThat(LockFile.read(file).find(TERRAFORM, "1.13.4", LINUX)).contains(ENTRY);
        assertThat(LockFile.read(file).find(TERRAFORM, "1.13.4", new Platform("darwin", "arm64")))
                .isEmpty();
        assertThat(Files.readString(file))
                .contains(
                        """
                        version: 1
                        tools:
                          hashicorp/terraform:
                            versions:
                              1.13.4:
                        """,
                        "linux_amd64:",
                        "checksum: sha256:" + SUM.hex(),
                        "checksum_algorithm: sha256",
                        "size: 12",
                        "lock_file_version: 2");
    }

    @Test
    void whatDidNotChangeIsNotWrittenAgain() throws Exception {
        Path file = folder.resolve("lock.yaml");
        LockFile lock = LockFile.read(file);
        lock.put(TERRAFORM, "1.13.4", LINUX, ENTRY);
        lock.write(file, "0.1.0");
        String before = Files.readString(file).replaceAll("generated_at.*", "generated_at: long ago");
        Files.writeString(file, before);

        LockFile same = LockFile.read(file);
        same.put(TERRAFORM, "1.13.4", LINUX, ENTRY);
        same.write(file, "0.2.0");

        assertThat(file).hasContent(before);
        same.remove(TERRAFORM, "1.13.4");
        same.write(file, "0.2.0");
        assertThat(LockFile.read(file).isEmpty()).isTrue();
    }

    @Test
    void atmosOwnFilesAreReadAlsoTheOlderForm() throws Exception {
        Path file = Files.writeString(folder.resolve("lock.yaml"), """
                version: 1
                tools:
                  hashicorp/terraform:
                    version: 1.13.4
                    source: https://example.org/registry
                    platforms:
                      linux_amd64: {url: "https://example.org/terraform.zip", checksum: "%s", size: 12}
                  mikefarah/yq:
                    versions:
                      4.45.1:
                        platforms:
                          linux_amd64:
                            url: https://example.org/yq
                            checksum: %s
                            checksum_algorithm: sha256
                            size: 5
                            verification: {checksum: verified}
                        note: ours
                metadata:
                  lock_file_version: 1
                """.formatted(SUM, SUM.hex()));
        LockFile lock = LockFile.read(file);

        assertThat(lock.find(TERRAFORM, "1.13.4", LINUX).orElseThrow().checksum())
                .isEqualTo(SUM);
        assertThat(lock.find(new ToolId("mikefarah/yq"), "4.45.1", LINUX)
                        .orElseThrow()
                        .checksum())
                .isEqualTo(SUM);
        lock.put(TERRAFORM, "1.14.0", LINUX, ENTRY);
        lock.put(new ToolId("mikefarah/yq"), "4.45.1", LINUX, ENTRY);
        lock.write(file, "0.1.0");
        assertThat(Files.readString(file))
                .contains("note: ours", "checksum: verified", "source: https://example.org/registry", "1.14.0:");
    }

    @Test
    void whatIsNoLockFileIsRefused() throws Exception {
        for (String text : new String[] {
            "[]",
            "version: 7",
            "tools: {",
            "version: 1\ntools: {a/b: {versions: {1: {platforms: {linux_amd64: {url: x, checksum: nonsense}}}}}}"
        }) {
            Path file = Files.writeString(folder.resolve("lock.yaml"), text);
            assertThatThrownBy(() -> LockFile.read(file).find(new ToolId("a/b"), "1", LINUX))
                    .isInstanceOf(ToolchainException.class);
        }
    }
}
