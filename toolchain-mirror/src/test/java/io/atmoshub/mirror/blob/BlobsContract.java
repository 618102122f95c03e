package io.atmoshub.mirror.blob;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.toolchain.Checksum;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// What holds wherever blobs are kept.
abstract class BlobsContract {
    final List<BlobId> rotten = new CopyOnWriteArrayList<>();

    /// The store as one node has it; nodes share what they keep.
    abstract Blobs node(String name) throws IOException;

    /// Changes one byte of what is kept, behind the store's back.
    abstract void damage(BlobId id) throws IOException;

    static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static BlobId keep(Blobs blobs, byte[] bytes) throws IOException {
        try (Incoming incoming = blobs.begin()) {
            incoming.write(bytes, 0, bytes.length);
            return blobs.keep(incoming);
        }
    }

    static byte[] read(Blobs blobs, BlobId id) throws IOException {
        try (OpenBlob blob = blobs.open(id).orElseThrow()) {
            ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(blob.size()));
            while (all.hasRemaining() && blob.channel().read(all, all.position()) >= 0) {
                // On to the rest.
            }
            return all.array();
        }
    }

    static List<BlobId> all(Blobs blobs) throws IOException {
        var all = new ArrayList<BlobId>();
        blobs.each(all::add);
        return all;
    }

    @Test
    void whatIsKeptIsFoundUnderItsHashOnEveryNode() throws IOException {
        byte[] bytes = bytes(300_000, 1);

        BlobId id = keep(node("a"), bytes);

        assertThat(id.sha256()).isEqualTo(Checksum.sha256(bytes));
        assertThat(read(node("a"), id)).isEqualTo(bytes);
        assertThat(read(node("b"), id)).isEqualTo(bytes);
        assertThat(all(node("b"))).containsExactly(id);
    }

    @Test
    void anEmptyFileIsABlobToo() throws IOException {
        BlobId id = keep(node("a"), new byte[0]);

        assertThat(read(node("b"), id)).isEmpty();
    }

    @Test
    void whatArrivesIsNotSeenBeforeItIsKept() throws IOException {
        Blobs blobs = node("a");
        byte[] bytes = bytes(1000, 2);

        try (Incoming incoming = blobs.begin()) {
            incoming.write(bytes, 0, 1000);

            assertThat(all(blobs)).isEmpty();
            assertThat(blobs.open(incoming.id())).isEmpty();
        }

        assertThat(all(blobs)).isEmpty();
    }

    @Test
    void arrivingCanBeginAgain() throws IOException {
        Blobs blobs = node("a");
        try (Incoming incoming = blobs.begin()) {
            incoming.write(bytes(5000, 3), 0, 5000);
            incoming.restart();
            incoming.write("short".getBytes(StandardCharsets.UTF_8), 0, 5);

            assertThat(read(blobs, blobs.keep(incoming))).asString().isEqualTo("short");
        }
    }

    @Test
    void nodesThatStoreTheSameAtOnceHaveItOnce() throws Exception {
        byte[] bytes = bytes(500_000, 4);
        Blobs one = node("a");
        Blobs other = node("b");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var kept = new ArrayList<Callable<BlobId>>();
            for (int i = 0; i < 8; i++) {
                Blobs blobs = i % 2 == 0 ? one : other;
                kept.add(() -> keep(blobs, bytes));
            }
            for (var each : threads.invokeAll(kept)) {
                assertThat(each.get().sha256()).isEqualTo(Checksum.sha256(bytes));
            }
        }

        assertThat(all(one)).hasSize(1);
        assertThat(read(other, all(one).getFirst())).isEqualTo(bytes);
    }

    @Test
    void whatIsDeletedIsGoneAndCanBeReadToItsEndByWhoHasItOpen() throws IOException {
        Blobs blobs = node("a");
        BlobId id = keep(blobs, bytes(2000, 5));
        try (OpenBlob open = blobs.open(id).orElseThrow()) {
            assertThat(blobs.delete(id)).isTrue();

            assertThat(open.channel().read(ByteBuffer.allocate(3000))).isEqualTo(2000);
        }
        assertThat(blobs.open(id)).isEmpty();
        assertThat(blobs.delete(id)).isFalse();
        assertThat(all(blobs)).isEmpty();
    }

    @Test
    void aDamagedBlobIsNeverGivenOutAndKeepingItAgainMendsIt() throws IOException {
        for (int size : new int[] {1000, 200_000}) {
            byte[] bytes = bytes(size, size);
            BlobId id = keep(node("a"), bytes);
            damage(id);

            assertThat(node("fresh " + size).open(id)).isEmpty();
            assertThat(rotten).contains(id);

            keep(node("b"), bytes);
            assertThat(read(node("fresh again " + size), id)).isEqualTo(bytes);
        }
    }

    @Test
    void theScrubFindsWhatIsDamagedBeforeAnybodyAsks() throws Exception {
        Blobs blobs = node("a");
        BlobId good = keep(blobs, bytes(100_000, 6));
        BlobId bad = keep(blobs, bytes(100_000, 7));
        damage(bad);

        var rested = new ArrayList<BlobId>();
        Scrub.Report report = new Scrub(blobs, rested::add).run(() -> true);

        assertThat(report.read()).isEqualTo(2);
        assertThat(report.damaged()).containsExactly(bad);
        assertThat(rotten).contains(bad);
        assertThat(rested).containsExactlyInAnyOrder(good, bad);
        assertThat(blobs.intact(good)).isTrue();
    }

    @Test
    void aScrubThatIsToldToStopStops() throws Exception {
        Blobs blobs = node("a");
        keep(blobs, bytes(10, 8));

        assertThat(new Scrub(blobs, id -> {}).run(() -> false).read()).isZero();
    }
}
