package io.atmoshub.hub.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.atmoshub.hub.PlainName;

/// What a person calls a project: 1 to 60 characters, no surrounding blanks.
public record ProjectName(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProjectName {
        value = PlainName.checked("A project's name", value, 60);
    }

    @Override
    public String toString() {
        return value;
    }
}
