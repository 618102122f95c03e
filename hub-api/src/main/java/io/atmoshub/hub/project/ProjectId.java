package io.atmoshub.hub.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import java.util.UUID;

/// Which project.
public record ProjectId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProjectId {}

    public static ProjectId random() {
        return new ProjectId(UUID.randomUUID());
    }

    public static ProjectId parse(String text) {
        try {
            return new ProjectId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new HubException(
                    ErrorCode.NOT_FOUND,
                    "There is no project \"%s\".".formatted(text),
                    "See the projects you have with: GET /api/v1/projects",
                    e);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
