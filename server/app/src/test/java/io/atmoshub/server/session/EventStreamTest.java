package io.atmoshub.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.RunId;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private static final LiveText PIECE = new LiveText(new RunId(new UUID(0, 1)), 0, 0, "Hello");

    private final Network network = new Network();
    private final EventStream stream = new EventStream(network, new Events(), Duration.ofMillis(50));

    @Test
    void whatTheNetworkTakesIsSent() {
        network.takes = true;

        stream.text(PIECE);
        stream.ended(new HubException(ErrorCode.NOT_FOUND, "It is gone.", "Start another one."));

        assertThat(network.sent).containsExactly("text", "ended");
    }

    @Test
    void aClientThatTakesNothingIsLetGo() {
        assertThatThrownBy(() -> stream.text(PIECE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("takes nothing");
    }

    @Test
    void aClientThatIsGoneIsNotSentTo() {
        network.close();

        assertThatThrownBy(() -> stream.text(PIECE)).isInstanceOf(IllegalStateException.class);
        assertThat(network.sent).isEmpty();
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        assertThat(EventStream.number(" 12 ")).isEqualTo(12);
        assertThatThrownBy(() -> EventStream.number("twelve"))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("twelve");
    }

    private static final class Network implements SseEventSink {
        private final List<String> sent = new ArrayList<>();
        private boolean takes;
        private boolean closed;

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            sent.add(event.getName());
            return takes ? CompletableFuture.completedFuture(null) : new CompletableFuture<>();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class Events implements Sse {
        @Override
        public OutboundSseEvent.Builder newEventBuilder() {
            return new Event();
        }

        @Override
        public SseBroadcaster newBroadcaster() {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Event implements OutboundSseEvent.Builder, OutboundSseEvent {
        private String name = "";
        private @Nullable Object data;

        @Override
        public OutboundSseEvent.Builder id(String id) {
            return this;
        }

        @Override
        public OutboundSseEvent.Builder name(String given) {
            name = given;
            return this;
        }

        @Override
        public OutboundSseEvent.Builder reconnectDelay(long milliseconds) {
            return this;
        }

        @Override
        public OutboundSseEvent.Builder mediaType(MediaType mediaType) {
            return this;
        }

        @Override
        public OutboundSseEvent.Builder comment(String comment) {
            return this;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public OutboundSseEvent.Builder data(Class type, Object given) {
            data = given;
            return this;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public OutboundSseEvent.Builder data(GenericType type, Object given) {
            data = given;
            return this;
        }

        @Override
        public OutboundSseEvent.Builder data(Object given) {
            data = given;
            return this;
        }

        @Override
        public OutboundSseEvent build() {
            return this;
        }

        @Override
        public Class<?> getType() {
            return String.class;
        }

        @Override
        public Type getGenericType() {
            return String.class;
        }

        @Override
        public MediaType getMediaType() {
            return MediaType.TEXT_PLAIN_TYPE;
        }

        @Override
        public @Nullable Object getData() {
            return data;
        }

        @Override
        public String getId() {
            return "";
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getComment() {
            return "";
        }

        @Override
        public long getReconnectDelay() {
            return RECONNECT_NOT_SET;
        }

        @Override
        public boolean isReconnectDelaySet() {
            return false;
        }
    }
}
