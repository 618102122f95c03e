package io.atmoshub.hub.token;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import java.util.UUID;

/// Which token.
public record TokenId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TokenId {}

    public static TokenId random() {
        return new TokenId(UUID.randomUUID());
    }

    public static TokenId parse(String text) {
        try {
            return new TokenId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new HubException(
                    ErrorCode.NOT_FOUND,
                    "There is no token \"%s\".".formatted(text),
                    "See your tokens on the My tokens page.",
                    e);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
