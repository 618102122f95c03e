package io.atmoshub.hub.session;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import java.util.UUID;

/// Which call of a tool.
public record CallId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CallId {}

    public static CallId random() {
        return new CallId(UUID.randomUUID());
    }

    public static CallId parse(String text) {
        try {
            return new CallId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new HubException(
                    ErrorCode.NOT_FOUND,
                    "There is no tool call \"%s\".".formatted(text),
                    "It may have been answered; look at the session.",
                    e);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
