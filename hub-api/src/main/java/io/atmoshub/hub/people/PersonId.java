package io.atmoshub.hub.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import java.util.UUID;

/// Which person.
public record PersonId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {}

    public static PersonId random() {
        return new PersonId(UUID.randomUUID());
    }

    public static PersonId parse(String text) {
        try {
            return new PersonId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new HubException(
                    ErrorCode.NOT_FOUND,
                    "There is no person \"%s\".".formatted(text),
                    "See who there is on the People page.",
                    e);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
