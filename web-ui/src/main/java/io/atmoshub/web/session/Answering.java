package io.atmoshub.web.session;

import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Session;
import java.util.EnumSet;
import java.util.Set;

/// Which answers to offer to a person. The hub decides again when one is given.
final class Answering {
    private Answering() {}

    static Set<Choice> choices(Person person, Session session) {
        if (person.role().atLeast(Role.APPROVER)) {
            return EnumSet.allOf(Choice.class);
        }
        return person.role().atLeast(Role.MEMBER) && person.id().equals(session.ownerId())
                ? EnumSet.of(Choice.ALLOW_ONCE, Choice.DENY)
                : EnumSet.noneOf(Choice.class);
    }
}
