package io.atmoshub.mirror.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskBlobsTest extends BlobsContract {
    @TempDir
    Path folder;

    @Override
    Blobs node(String name) throws IOException {
        return new DiskBlobs(folder, (id, where) -> rotten.add(id));
    }

    @Override
    void damage(BlobId id) throws IOException {
        Path file = folder.resolve("blobs").resolve(id.shelf()).resolve(id.hex());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, 500);
            one.put(0, (byte) ~one.get(0)).rewind();
            channel.write(one, 500);
        }
    }

    @Test
    void damageIsNoticedThoughTheTimeOfTheFileWasSetBackAndItWasReadBefore() throws IOException {
        Blobs blobs = node("a");
        BlobId id = keep(blobs, bytes(300_000, 1));
        read(blobs, id);
        Path file = folder.resolve("blobs").resolve(id.shelf()).resolve(id.hex());
        FileTime before = Files.getLastModifiedTime(file);

        damage(id);
        Files.setLastModifiedTime(file, before);

        assertThat(blobs.open(id)).isEmpty();
        assertThat(folder.resolve("damaged").resolve(id.hex())).exists();
    }

    @Test
    void aFullDiskLeavesNothing() throws IOException {
        assumeThat(Path.of("/dev/full")).exists();
        Path file = folder.resolve("incoming-on-a-full-disk");
        Files.createFile(file);
        try (Incoming incoming = new Incoming(file, FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE))) {
            assertThatThrownBy(() -> incoming.write(new byte[100], 0, 100))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aStoreThatMayWriteNoMoreKeepsWhatItHasAndNothingHalf() throws Exception {
        try (BufferedReader said = child("ulimit -f 2000; ", "3000000").inputReader()) {
            List<String> lines = said.lines().toList();

            assertThat(lines).hasSize(1).first().asString().startsWith("failed ");
        }
        assertThat(all(node("a"))).isEmpty();
        assertThat(leftOver()).isEmpty();
    }

    @Test
    void whatWasKeptOutlivesAKillAndNothingHalfIsSeen() throws Exception {
        Process process = child("", "700000");
        var kept = new ArrayList<BlobId>();
        try (BufferedReader said = process.inputReader()) {
            for (int i = 0; i < 5; i++) {
                kept.add(new BlobId(said.readLine()));
            }
            // Not Process.destroyForcibly, which throws away what was said last.
            process.toHandle().destroyForcibly();
            process.waitFor();
            said.lines().filter(line -> line.length() == 64).map(BlobId::new).forEach(kept::add);
        }

        Blobs after = node("after");
        assertThat(all(after)).containsAll(kept);
        for (BlobId id : all(after)) {
            assertThat(after.intact(id)).isTrue();
        }
        assertThat(rotten).isEmpty();
        for (Path file : leftOver()) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(120)));
        }
        node("much later");
        assertThat(leftOver()).isEmpty();
    }

    private List<Path> leftOver() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("incoming"))) {
            return files.toList();
        }
    }

    private Process child(String before, String size) throws IOException {
        return new ProcessBuilder(
                        "bash",
                        "-c",
                        before + "exec \"$@\"",
                        "bash",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Xshare:auto",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Storing.class.getName(),
                        folder.toString(),
                        size)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// A process that stores one blob after the other and names each once it is kept.
    static final class Storing {
        private Storing() {}

        public static void main(String[] arguments) throws IOException {
            Blobs blobs = new DiskBlobs(Path.of(arguments[0]), (id, where) -> {});
            for (int seed = 0; ; seed++) {
                String line;
                try {
                    line = keep(blobs, bytes(Integer.parseInt(arguments[1]), seed)) + "\n";
                } catch (IOException e) {
                    System.out.write(("failed " + e.getMessage() + "\n").getBytes(StandardCharsets.UTF_8));
                    System.out.flush();
                    return;
                }
                System.out.write(line.getBytes(StandardCharsets.UTF_8));
                System.out.flush();
            }
        }
    }
}
