package io.atmoshub.hub.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import java.util.UUID;

/// Which "allow always".
public record GrantId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GrantId {}

    public static GrantId random() {
        return new GrantId(UUID.randomUUID());
    }

    public static GrantId parse(String text) {
        try {
            return new GrantId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new HubException(
                    ErrorCode.NOT_FOUND,
                    "You have no \"allow always\" with the id \"%s\".".formatted(text),
                    "See yours with: atmos hub policy grants",
                    e);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
