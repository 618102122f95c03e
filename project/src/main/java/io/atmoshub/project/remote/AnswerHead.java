package io.atmoshub.project.remote;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a web server says before the body.
///
/// @param headers by name in small letters; of one that comes twice the first counts
record AnswerHead(int status, Map<String, String> headers) {
    private static final int LONGEST = 64 * 1024;

    AnswerHead {
        headers = Map.copyOf(headers);
    }

    static AnswerHead read(InputStream in) throws IOException {
        int[] left = {LONGEST};
        String first = line(in, left);
        List<String> words = List.of(first.split(" ", 3));
        if (!first.startsWith("HTTP/1.") || words.size() < 2 || !words.get(1).matches("[2-5]\\d\\d")) {
            throw new IOException("it does not answer as a web server does");
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in, left); !line.isEmpty(); line = line(in, left)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        AnswerHead head = new AnswerHead(Integer.parseInt(words.get(1)), headers);
        if (head.said().filter(length -> !length.matches("\\d{1,18}")).isPresent()) {
            throw new IOException("it says no length that could be");
        }
        return head;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    boolean isChunked() {
        return headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked");
    }

    /// How long the body is, where that is said.
    Optional<Long> length() {
        return said().map(Long::parseLong);
    }

    private Optional<String> said() {
        return header("content-length").filter(length -> !length.isEmpty() && !isChunked());
    }

    /// A line of the head, or of what stands between chunks.
    ///
    /// @param left how many bytes more may come
    static String line(InputStream in, int[] left) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw brokenOff();
            }
            if (--left[0] < 0) {
                throw new IOException("its answer begins with too many words");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    static EOFException brokenOff() {
        return new EOFException("its answer broke off");
    }
}
