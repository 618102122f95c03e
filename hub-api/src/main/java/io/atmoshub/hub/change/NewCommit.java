package io.atmoshub.hub.change;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.BranchName;
import java.util.List;

/// A commit to make: on a branch that is new or the session's own, with a message of 1 to 10,000 characters,
/// whose first line says what it does.
public record NewCommit(BranchName branch, String message, List<ShownFile> files) {
    private static final int LONGEST = 10_000;

    public NewCommit {
        message = message.strip().replace("\r\n", "\n");
        files = List.copyOf(files);
        if (message.isEmpty()) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT, "The commit has no message.", "Say in one line what it changes.");
        }
        if (message.length() > LONGEST || message.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "A commit's message is text of at most %,d characters.".formatted(LONGEST),
                    "Shorten it.");
        }
    }
}
