package io.atmoshub.hub.mirror;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import java.util.Locale;

/// Which bytes, by their SHA-256, and why they are taken back or given out again.
public record RecallOrder(String sha256, String reason) {
    public RecallOrder {
        sha256 = sha256.strip().toLowerCase(Locale.ROOT).replaceFirst("^sha256:", "");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "A SHA-256 has 64 hexadecimal digits; \"%s\" is none.".formatted(sha256),
                    "Copy it from: atmos hub mirror list");
        }
        reason = Reason.of(reason);
    }
}
