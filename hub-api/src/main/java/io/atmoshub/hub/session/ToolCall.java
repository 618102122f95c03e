package io.atmoshub.hub.session;

import io.atmoshub.hub.HubJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// A tool to be called with these arguments.
public record ToolCall(CallId id, String tool, Map<String, Object> arguments) {
    public ToolCall {
        arguments = Map.copyOf(arguments);
    }

    /// What an approval is bound to: the tool and exactly these arguments.
    public String fingerprint() {
        try {
            String canonical = HubJson.canonical(Map.of("tool", tool, "arguments", arguments));
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
