package io.atmoshub.toolchain.fetch;

import io.atmoshub.toolchain.ToolchainException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A server's whole answer, of a size that fits in memory. `address` is where it came from after all redirects.
public final class Answer {
    private final URI address;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    Answer(URI address, int status, HttpHeaders headers, byte[] body) {
        this.address = address;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public URI address() {
        return address;
    }

    public int status() {
        return status;
    }

    public byte[] body() {
        return body.clone();
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public Answer orFail() {
        if (!ok()) {
            Refusal.in(this).ifPresent(refusal -> {
                throw refusal;
            });
            throw new ToolchainException(
                    "%s answers %d.".formatted(WebRules.shown(address), status), Trouble.hint(status));
        }
        return this;
    }
}
