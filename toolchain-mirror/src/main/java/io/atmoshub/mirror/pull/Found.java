package io.atmoshub.mirror.pull;

import io.atmoshub.mirror.blob.OpenBlob;
import io.atmoshub.mirror.ledger.Pinned;
import java.io.IOException;
import java.time.Instant;

/// What the mirror has for an address.
public sealed interface Found extends AutoCloseable {
    @Override
    default void close() throws IOException {}

    /// A file, here and checked.
    record Held(Pinned file, OpenBlob blob) implements Found {
        @Override
        public void close() throws IOException {
            blob.close();
        }
    }

    /// A file that comes in this moment; it is known what it has to add up to.
    record Coming(Arriving file) implements Found {}

    /// Something that changes by nature.
    final class Document implements Found {
        private final byte[] body;
        private final String mediaType;
        private final String etag;
        private final Instant fetchedAt;

        Document(byte[] body, String mediaType, String etag, Instant fetchedAt) {
            this.body = body.clone();
            this.mediaType = mediaType;
            this.etag = etag;
            this.fetchedAt = fetchedAt;
        }

        public byte[] body() {
            return body.clone();
        }

        public String mediaType() {
            return mediaType;
        }

        public String etag() {
            return etag;
        }

        public Instant fetchedAt() {
            return fetchedAt;
        }

        Document asOf(Instant time) {
            return new Document(body, mediaType, etag, time);
        }
    }
}
