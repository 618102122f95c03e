package io.atmoshub.mirror.blob;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.s3.S3Client;

/// S3-compatible storage in a process of its own, which keeps objects as files below a folder.
public final class ObjectStorage implements AutoCloseable {
    public static final String BUCKET = "mirror";
    private static final Path JAR = Path.of("target", "s3proxy.jar").toAbsolutePath();

    private final Process process;
    private final URI endpoint;
    private final Path folder;

    private ObjectStorage(Process process, URI endpoint, Path folder) {
        this.process = process;
        this.endpoint = endpoint;
        this.folder = folder;
    }

    public static boolean isHere() {
        return Files.exists(JAR);
    }

    public static ObjectStorage start(Path home) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path folder = Files.createDirectories(home.resolve("objects"));
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        Path properties = Files.writeString(home.resolve("s3proxy.properties"), """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=an-id
                s3proxy.credential=a-secret
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(endpoint, folder));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-jar",
                        JAR.toString(),
                        "--properties",
                        properties.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("s3proxy.log").toFile())
                .start();
        awaitPort(process, port, home);
        var storage = new ObjectStorage(process, endpoint, folder);
        try (S3Client client = storage.client()) {
            client.createBucket(request -> request.bucket(BUCKET));
        }
        return storage;
    }

    private static void awaitPort(Process process, int port, Path home) throws IOException {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (process.isAlive() && Instant.now().isBefore(end)) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                LockSupport.parkNanos(50_000_000);
            }
        }
        throw new IOException("the object storage did not start: " + Files.readString(home.resolve("s3proxy.log")));
    }

    public URI endpoint() {
        return endpoint;
    }

    S3Client client() {
        return S3Storage.client(endpoint.toString(), "us-east-1", "an-id", "a-secret");
    }

    /// Where the object's bytes are.
    Path file(String key) {
        return folder.resolve(BUCKET).resolve(key);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
