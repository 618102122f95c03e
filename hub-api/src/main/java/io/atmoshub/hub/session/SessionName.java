package io.atmoshub.hub.session;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.atmoshub.hub.PlainName;

/// What a session is called: 1 to 120 characters.
public record SessionName(@JsonValue String value) {
    public static final int LONGEST = 120;
    public static final SessionName UNTITLED = new SessionName("New session");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SessionName {
        value = PlainName.checked("A session's name", value, LONGEST);
    }

    @Override
    public String toString() {
        return value;
    }
}
