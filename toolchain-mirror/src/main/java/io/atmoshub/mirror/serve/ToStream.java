package io.atmoshub.mirror.serve;

import io.atmoshub.mirror.pull.Arriving;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/// Sends into a servlet's stream. Undertow's takes whole files and has the system send them (sendfile); any other gets
/// the bytes.
public final class ToStream implements Arriving.Sink {
    private static final int PIECE = 64 * 1024;
    /// For each kind of stream: how it takes a file, if it does.
    private static final ClassValue<Optional<MethodHandle>> TAKES_FILES = new ClassValue<>() {
        @Override
        protected Optional<MethodHandle> computeValue(Class<?> type) {
            try {
                return Optional.of(MethodHandles.publicLookup()
                        .findVirtual(type, "transferFrom", MethodType.methodType(void.class, FileChannel.class)));
            } catch (ReflectiveOperationException e) {
                return Optional.empty();
            }
        }
    };

    private final OutputStream out;
    private long sent;

    public ToStream(OutputStream out) {
        this.out = out;
    }

    public long sent() {
        return sent;
    }

    @Override
    public void bytes(ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        if (bytes.hasArray()) {
            out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), length);
        } else {
            byte[] copy = new byte[length];
            bytes.get(copy);
            out.write(copy);
        }
        sent += length;
    }

    @Override
    public void file(FileChannel file, long from, long to) throws IOException {
        if (from >= to) {
            return;
        }
        FileChannel window = new FileWindow(file, from, to);
        if (bySystem(window)) {
            sent += to - from;
            return;
        }
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        while (window.read(piece) >= 0) {
            bytes(piece.flip());
            piece.clear();
        }
    }

    private boolean bySystem(FileChannel window) throws IOException {
        Optional<MethodHandle> transfer = TAKES_FILES.get(out.getClass());
        if (transfer.isEmpty()) {
            return false;
        }
        try {
            transfer.get().invoke(out, window);
            return true;
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException(e);
        }
    }
}
