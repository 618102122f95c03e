package io.atmoshub.client.people;

import io.atmoshub.client.wire.Path;
import io.atmoshub.client.wire.Wire;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.people.Invitation;
import io.atmoshub.hub.people.NewPerson;
import io.atmoshub.hub.people.People;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.people.Role;
import java.util.Map;

/// The people of the organisation.
public record PeopleOverHttp(Wire wire) implements People {
    @Override
    public Page<Person> list(PageRequest page) {
        return wire.page(Path.of("people").with(page), Person.class);
    }

    @Override
    public Person get(PersonId id) {
        return wire.get(Path.of("people", id), Person.class);
    }

    @Override
    public Invitation invite(NewPerson person) {
        return wire.post(Path.of("people"), person, Invitation.class);
    }

    @Override
    public Invitation inviteAgain(PersonId id) {
        return wire.postForNew(Path.of("people", id, "invitation"), Invitation.class);
    }

    @Override
    public Person changeRole(PersonId id, Role role) {
        return wire.put(Path.of("people", id, "role"), Map.of("role", role), Person.class);
    }

    @Override
    public Person setActive(PersonId id, boolean active) {
        return wire.put(Path.of("people", id, "active"), Map.of("active", active), Person.class);
    }
}
