package io.atmoshub.mirror.blob;

import java.io.IOException;
import java.nio.channels.FileChannel;

/// A blob that is open: it can be read to its end even when it is deleted meanwhile. The channel is a file's, so that
/// the system can send it without our touching the bytes.
public record OpenBlob(BlobId id, FileChannel channel, long size) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
