package io.atmoshub.hub.mirror;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import java.util.UUID;

/// Which file in quarantine.
public record QuarantineId(@JsonValue UUID value) {
    private static final String HINT = "See what is there with: atmos hub mirror quarantine";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public QuarantineId {}

    public static QuarantineId random() {
        return new QuarantineId(UUID.randomUUID());
    }

    public static QuarantineId parse(String text) {
        try {
            return new QuarantineId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new HubException(ErrorCode.NOT_FOUND, nothing(text), HINT, e);
        }
    }

    public HubException unknown() {
        return new HubException(ErrorCode.NOT_FOUND, nothing(toString()), HINT);
    }

    private static String nothing(String id) {
        return "There is no \"%s\" in quarantine.".formatted(id);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
