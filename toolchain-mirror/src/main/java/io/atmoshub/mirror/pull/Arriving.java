package io.atmoshub.mirror.pull;

import io.atmoshub.mirror.MirrorException;
import io.atmoshub.mirror.MirrorException.Kind;
import io.atmoshub.mirror.blob.BlobId;
import io.atmoshub.mirror.blob.Blobs;
import io.atmoshub.mirror.blob.Incoming;
import io.atmoshub.mirror.blob.OpenBlob;
import io.atmoshub.mirror.upstream.UpstreamAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/// A fetch that goes on, as those see it who wait for it. They may have what arrives, but for the last 64 KB: those
/// are given out once the whole is found right, so that nobody ever holds a whole file that is not.
public final class Arriving {
    static final int HELD_BACK = 64 * 1024;

    private final UpstreamAddress address;
    private final Blobs blobs;

    private @Nullable BlobId expected;
    private @Nullable Incoming incoming;
    private long length = -1;
    private long arrived;
    /// Grows when the fetch begins again: what was given out before is worth nothing then.
    private int beginning;
    private boolean done;
    private @Nullable Exception failure;

    Arriving(UpstreamAddress address, Blobs blobs) {
        this.address = address;
        this.blobs = blobs;
    }

    /// Takes bytes in order.
    public interface Sink {
        void bytes(ByteBuffer bytes) throws IOException;

        /// The file's bytes from one place up to another.
        void file(FileChannel file, long from, long to) throws IOException;
    }

    public UpstreamAddress address() {
        return address;
    }

    public synchronized BlobId expected() {
        if (expected == null) {
            throw new IllegalStateException("nobody said what " + address + " adds up to");
        }
        return expected;
    }

    public synchronized long length() {
        return length;
    }

    synchronized void expects(BlobId id, Incoming from) {
        expected = id;
        incoming = from;
    }

    /// @param from how much of what has arrived still counts
    synchronized void begins(long size, long from) {
        if (from < arrived) {
            beginning++;
        }
        arrived = from;
        length = size;
        notifyAll();
    }

    synchronized void arrived(long bytes) {
        arrived = bytes;
        if (expected != null) {
            notifyAll();
        }
    }

    synchronized void done() {
        done = true;
        notifyAll();
    }

    synchronized void failed(Exception why) {
        failure = why;
        notifyAll();
    }

    /// Waits until there is something to give out. False: it is over, and all of it is here.
    synchronized boolean awaitFirst() throws IOException {
        try {
            while (!done && failure == null && !(expected != null && length > HELD_BACK && arrived > 0)) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (failure != null) {
            throw again(failure);
        }
        return !done;
    }

    /// Waits until all of it is here and right.
    synchronized void awaitDone() throws IOException {
        try {
            while (!done && failure == null) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (failure != null) {
            throw again(failure);
        }
    }

    private static MirrorException again(Exception failure) {
        return failure instanceof MirrorException known
                ? known.again()
                : new MirrorException(
                        Kind.STORAGE,
                        "The file could not be stored: %s.".formatted(failure.getMessage()),
                        "Whoever runs this hub should look at its disk or object storage.",
                        null,
                        failure);
    }

    /// All of it, as it comes. Fails, in the middle, when the whole turns out wrong.
    public void sendTo(Sink sink) throws IOException {
        int began;
        Incoming from;
        synchronized (this) {
            began = beginning;
            from = incoming;
        }
        ByteBuffer piece = ByteBuffer.allocate(HELD_BACK);
        long sent = 0;
        for (long may = await(sent, began); may >= 0; may = await(sent, began)) {
            try {
                piece.clear().limit((int) Math.min(piece.capacity(), may - sent));
                if (from == null || from.soFar().read(piece, sent) <= 0) {
                    continue;
                }
            } catch (ClosedChannelException e) {
                // Kept, or given up, since we asked.
                continue;
            }
            sent += piece.position();
            sink.bytes(piece.flip());
        }
        try (OpenBlob whole =
                blobs.open(expected()).orElseThrow(() -> new IOException("what had arrived is gone again"))) {
            sink.file(whole.channel(), sent, whole.size());
        }
    }

    /// Up to where may be given out, more than `sent`; -1 when all of it is here and right.
    private synchronized long await(long sent, int began) throws IOException {
        try {
            while (!done && failure == null && beginning == began && arrived - HELD_BACK <= sent) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (failure != null) {
            throw new IOException("it is not what it should be: " + failure.getMessage(), failure);
        }
        if (beginning != began) {
            throw new IOException("upstream began again from the start");
        }
        return done ? -1 : arrived - HELD_BACK;
    }
}
