package io.atmoshub.hub.token;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.atmoshub.hub.PlainName;

/// What a person calls a token: 1 to 60 characters.
public record TokenName(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TokenName {
        value = PlainName.checked("A token's name", value, 60);
    }

    @Override
    public String toString() {
        return value;
    }
}
