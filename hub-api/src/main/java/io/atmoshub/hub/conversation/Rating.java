package io.atmoshub.hub.conversation;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.Thumb;
import org.jspecify.annotations.Nullable;

/// What a person thinks of an answer, with at most 1,000 characters about it.
public record Rating(RunId run, Thumb thumb, @Nullable String word) {
    public static final int LONGEST = 1_000;

    public Rating {
        word = word == null || word.isBlank() ? null : word.strip();
        if (word != null && word.length() > LONGEST) {
            throw new HubException(
                    ErrorCode.TOO_LARGE,
                    "A word about an answer has at most %,d characters; this one has %,d."
                            .formatted(LONGEST, word.length()),
                    "Say it shorter, or as a message.");
        }
    }
}
