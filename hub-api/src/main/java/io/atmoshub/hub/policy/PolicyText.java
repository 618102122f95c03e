package io.atmoshub.hub.policy;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;

/// A policy as somebody writes it, in YAML.
public record PolicyText(String text) {
    public static final int LONGEST = 200_000;

    public PolicyText {
        if (text.length() > LONGEST) {
            throw new HubException(
                    ErrorCode.TOO_LARGE,
                    "A policy has at most %,d characters; this one has %,d.".formatted(LONGEST, text.length()),
                    "Use patterns instead of lists.");
        }
    }
}
