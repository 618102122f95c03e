package io.atmoshub.hub.session;

import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.PersonId;
import org.jspecify.annotations.Nullable;

/// Who caused an event: a person, the assistant, or the hub itself.
public record Actor(Kind kind, @Nullable PersonId personId, String name) {
    public enum Kind {
        PERSON,
        ASSISTANT,
        HUB
    }

    public static final Actor ASSISTANT = new Actor(Kind.ASSISTANT, null, "Assistant");
    public static final Actor HUB = new Actor(Kind.HUB, null, "Hub");

    public static Actor person(PersonId id, DisplayName name) {
        return new Actor(Kind.PERSON, id, name.value());
    }
}
