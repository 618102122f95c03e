package io.atmoshub.hub.session;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import java.util.UUID;

/// Which run: the assistant's work on one message.
public record RunId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RunId {}

    public static RunId random() {
        return new RunId(UUID.randomUUID());
    }

    public static RunId parse(String text) {
        try {
            return new RunId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new HubException(
                    ErrorCode.NOT_FOUND,
                    "There is no run \"%s\".".formatted(text),
                    "It may have ended; look at the session.",
                    e);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
