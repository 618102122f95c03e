package io.atmoshub.hub.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.atmoshub.hub.PlainName;

/// What others see of a person: 1 to 80 characters, no control characters, no surrounding blanks.
public record DisplayName(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DisplayName {
        value = PlainName.checked("A person's name", value, 80);
    }

    @Override
    public String toString() {
        return value;
    }
}
