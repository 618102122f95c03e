package io.atmoshub.hub.policy;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;

/// A new text for the organisation's policy, why it is changed, and which revision it was made from.
public record PolicyChange(String text, String reason, int base) {
    private static final int LONGEST_REASON = 500;

    public PolicyChange {
        text = new PolicyText(text).text();
        reason = reason.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "A change of the policy has a reason of 1 to %d characters.".formatted(LONGEST_REASON),
                    "Say in a sentence why it changes: it stands in the history and in the audit log.");
        }
    }
}
