package io.atmoshub.project.remote;

import java.io.IOException;
import java.io.InputStream;

/// What a web server sends behind the head: until the connection ends, as many bytes as were announced, or chunk by
/// chunk. Fails when it breaks off before it is all there.
final class AnswerBody extends InputStream {
    private static final long UNANNOUNCED = -1;

    private final InputStream in;
    private final Deadline deadline;
    private final boolean chunks;
    private long left;
    private boolean begun;
    private boolean ended;

    private AnswerBody(InputStream in, Deadline deadline, long left, boolean chunks) {
        this.in = in;
        this.deadline = deadline;
        this.left = left;
        this.chunks = chunks;
    }

    static AnswerBody of(AnswerHead head, InputStream in, Deadline deadline) {
        return new AnswerBody(in, deadline, head.isChunked() ? 0 : head.length().orElse(UNANNOUNCED), head.isChunked());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            if (left == UNANNOUNCED) {
                return in.read(into, from, length);
            }
            if (left == 0 && (!chunks || !nextChunk())) {
                return -1;
            }
            int count = in.read(into, from, (int) Math.min(length, left));
            if (count < 0) {
                throw AnswerHead.brokenOff();
            }
            left -= count;
            return count;
        } catch (IOException e) {
            throw deadline.told(e);
        }
    }

    private boolean nextChunk() throws IOException {
        if (ended) {
            return false;
        }
        if (begun) {
            AnswerHead.line(in, new int[] {2});
        }
        begun = true;
        String size =
                AnswerHead.line(in, new int[] {1024}).replaceFirst(";.*", "").strip();
        if (!size.matches("[0-9A-Fa-f]{1,8}")) {
            throw AnswerHead.brokenOff();
        }
        left = Long.parseLong(size, 16);
        ended = left == 0;
        return !ended;
    }
}
