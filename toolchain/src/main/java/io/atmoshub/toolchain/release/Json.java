package io.atmoshub.toolchain.release;

import io.atmoshub.toolchain.ToolchainException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Reads JSON. Apart from what uses it, for most commands never read any and should not wait for the reader.
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static JsonNode read(byte[] body, String address) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new ToolchainException(
                    "%s does not answer as it should.".formatted(address),
                    "Check the proxy, and where GitHub is said to be.",
                    e);
        }
    }
}
