package io.atmoshub.mirror.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

class S3BlobsTest extends BlobsContract {
    @TempDir
    static Path home;

    private static ObjectStorage storage;
    private static S3Client client;

    private final String prefix = "blobs-" + UUID.randomUUID();
    private final Map<String, Blobs> nodes = new HashMap<>();

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        storage = ObjectStorage.start(home);
        client = storage.client();
    }

    @AfterAll
    static void stop() {
        client.close();
        storage.close();
    }

    @Override
    Blobs node(String name) throws IOException {
        Blobs known = nodes.get(name);
        if (known == null) {
            known = on(client, name);
            nodes.put(name, known);
        }
        return known;
    }

    private Blobs on(S3Client s3, String node) throws IOException {
        Blobs near = new DiskBlobs(folder.resolve(node), (id, where) -> rotten.add(id));
        return new S3Blobs(s3, ObjectStorage.BUCKET, prefix, near, (id, where) -> rotten.add(id));
    }

    @Override
    void damage(BlobId id) throws IOException {
        Path file = storage.file(prefix + "/" + id.shelf() + "/" + id.hex());
        byte[] bytes = Files.readAllBytes(file);
        bytes[500] = (byte) ~bytes[500];
        Files.write(file, bytes);
    }

    @Test
    void aNodeServesFromItsOwnCopyOnceItHasOne() throws IOException {
        byte[] bytes = bytes(100_000, 9);
        BlobId id = keep(node("a"), bytes);
        read(node("b"), id);
        Files.delete(storage.file(prefix + "/" + id.shelf() + "/" + id.hex()));

        assertThat(read(node("b"), id)).isEqualTo(bytes);
        assertThat(node("c").open(id)).isEmpty();
    }

    @Test
    void aStorageThatAnswersErrorsKeepsNothingAndSaysSo() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        try (S3Client broken = S3Storage.client(address, "us-east-1", "an-id", "a-secret")) {
            Blobs blobs = on(broken, "broken");

            assertThatThrownBy(() -> keep(blobs, bytes(100, 1)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("object storage");
            assertThatThrownBy(() -> blobs.open(new BlobId("ab".repeat(32)))).isInstanceOf(IOException.class);
            assertThat(all(new DiskBlobs(folder.resolve("broken"), (id, where) -> {})))
                    .isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aWrongSecretIsRefused() throws IOException {
        try (S3Client stranger = S3Storage.client(storage.endpoint().toString(), "us-east-1", "an-id", "guessed")) {
            Blobs blobs = on(stranger, "stranger");

            assertThatThrownBy(() -> keep(blobs, bytes(100, 1))).isInstanceOf(IOException.class);
        }
    }
}
