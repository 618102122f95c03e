package io.atmoshub.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.client.session.EventStream.Sent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Server-sent events as the standard has them.
class EventStreamTest {
    @Test
    void commentsAndUnknownFieldsAreSkipped() throws Exception {
        assertThat(read(": hello\n\nretry: 5\nevent: text\nid: 4\ndata: a\n\n")).containsExactly(new Sent("text", "a"));
    }

    @Test
    void dataLinesBelongTogether() throws Exception {
        assertThat(read("data: a\ndata:b\ndata\ndata: c\r\n\r\n")).containsExactly(new Sent("message", "a\nb\nc"));
    }

    @Test
    void aNameCountsForOneEventOnly() throws Exception {
        assertThat(read("event: x\n\ndata: a\n\n")).containsExactly(new Sent("message", "a"));
    }

    @Test
    void whatTheEndCutsOffWasNeverSent() throws Exception {
        assertThat(read("data: a\n\nevent: x\ndata: b\n")).containsExactly(new Sent("message", "a"));
    }

    private static List<Sent> read(String text) throws IOException {
        var stream = new EventStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), () -> {});
        var sent = new ArrayList<Sent>();
        for (Sent next = stream.next(); next != null; next = stream.next()) {
            sent.add(next);
        }
        return sent;
    }
}
