package io.atmoshub.hub.mirror;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;

/// Why an admin decided something about the mirror: 1 to 500 characters.
final class Reason {
    private static final int LONGEST = 500;

    private Reason() {}

    static String of(String text) {
        String reason = text.strip();
        if (reason.isEmpty() || reason.length() > LONGEST) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "A decision about the mirror has a reason of 1 to %d characters.".formatted(LONGEST),
                    "Say in a sentence why: it stands beside the file and in the audit log.");
        }
        return reason;
    }
}
