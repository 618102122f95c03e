package io.atmoshub.mirror.ledger;

import io.atmoshub.toolchain.Checksum;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Who vouched for a file, and the document that says so, as it was read from `source`.
public final class Evidence {
    private final String kind;
    private final Checksum said;
    private final String source;
    private final byte[] document;

    /// @param kind `digest` or `checksum`
    /// @param said what the file has to add up to
    public Evidence(String kind, Checksum said, String source, byte[] document) {
        this.kind = kind;
        this.said = said;
        this.source = source;
        this.document = document.clone();
    }

    public String kind() {
        return kind;
    }

    public Checksum said() {
        return said;
    }

    public String source() {
        return source;
    }

    public byte[] document() {
        return document.clone();
    }

    /// Whether the kept document itself still says it.
    public boolean stands() {
        return new String(document, StandardCharsets.UTF_8)
                .toLowerCase(java.util.Locale.ROOT)
                .contains(said.hex());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evidence that
                && kind.equals(that.kind)
                && said.equals(that.said)
                && source.equals(that.source)
                && java.util.Arrays.equals(document, that.document);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, said, source);
    }

    @Override
    public String toString() {
        return kind + " " + said + " from " + source;
    }
}
