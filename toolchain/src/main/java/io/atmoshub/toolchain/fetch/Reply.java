package io.atmoshub.toolchain.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/// A server's answer while its body still comes.
record Reply(URI address, int status, HttpHeaders headers, InputStream body) implements AutoCloseable {
    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
