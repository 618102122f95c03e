package io.atmoshub.hub.testing;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.people.Invitation;
import io.atmoshub.hub.people.NewPerson;
import io.atmoshub.hub.people.People;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.token.Scope;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/// The people of the hub in memory.
record PeopleInMemory(Organisation org, WayIn way) implements People {
    @Override
    public Page<Person> list(PageRequest page) {
        return org.locked(() -> {
            org.require(way, Role.VIEWER, Scope.READ);
            return Organisation.page(
                    org.people.values().stream()
                            .sorted(Comparator.comparing(p -> p.login().value()))
                            .toList(),
                    page);
        });
    }

    @Override
    public Person get(PersonId id) {
        return org.locked(() -> {
            org.require(way, Role.VIEWER, Scope.READ);
            return existing(id);
        });
    }

    @Override
    public Invitation invite(NewPerson person) {
        return org.locked(() -> {
            org.require(way, Role.ADMIN, Scope.ADMIN);
            if (org.people.values().stream().anyMatch(p -> p.login().equals(person.login()))) {
                throw new HubException(
                        ErrorCode.CONFLICT,
                        "Somebody signs in as \"%s\" already.".formatted(person.login()),
                        "Pick another sign-in name.");
            }
            var added = new Person(
                    PersonId.random(), person.login(), person.name(), person.role(), true, false, org.now(), null);
            org.people.put(added.id(), added);
            org.record(
                    way,
                    "person.invite",
                    "person",
                    added.id(),
                    added.login(),
                    Map.of("role", added.role().name()));
            return invitation(added);
        });
    }

    @Override
    public Invitation inviteAgain(PersonId id) {
        return org.locked(() -> {
            org.require(way, Role.ADMIN, Scope.ADMIN);
            Person person = existing(id);
            org.record(way, "person.invite", "person", id, person.login(), Map.of());
            return invitation(person);
        });
    }

    @Override
    public Person changeRole(PersonId id, Role role) {
        return org.locked(() -> {
            org.require(way, Role.ADMIN, Scope.ADMIN);
            Person p = existing(id);
            if (role != Role.ADMIN) {
                keepAnAdmin(p);
            }
            var changed =
                    new Person(p.id(), p.login(), p.name(), role, p.active(), p.joined(), p.addedAt(), p.lastSeenAt());
            org.people.put(id, changed);
            org.record(way, "person.role", "person", id, p.login(), Map.of("role", role.name()));
            return changed;
        });
    }

    @Override
    public Person setActive(PersonId id, boolean active) {
        return org.locked(() -> {
            org.require(way, Role.ADMIN, Scope.ADMIN);
            Person p = existing(id);
            if (!active) {
                keepAnAdmin(p);
                org.signIns.values().removeIf(id::equals);
                org.tokens.values().removeIf(t -> t.owner().equals(id));
            }
            var changed =
                    new Person(p.id(), p.login(), p.name(), p.role(), active, p.joined(), p.addedAt(), p.lastSeenAt());
            org.people.put(id, changed);
            org.record(way, active ? "person.activate" : "person.deactivate", "person", id, p.login(), Map.of());
            return changed;
        });
    }

    private void keepAnAdmin(Person leaving) {
        boolean another = org.people.values().stream()
                .anyMatch(p -> p.active() && p.role() == Role.ADMIN && !p.id().equals(leaving.id()));
        if (leaving.active() && leaving.role() == Role.ADMIN && !another) {
            throw new HubException(
                    ErrorCode.CONFLICT,
                    "%s is the last active admin.".formatted(leaving.name()),
                    "Make somebody else an admin first.");
        }
    }

    private Invitation invitation(Person person) {
        org.invitations.values().removeIf(person.id()::equals);
        String secret = UUID.randomUUID().toString();
        org.invitations.put(secret, person.id());
        return new Invitation(person, "join/" + secret, org.now().plus(Duration.ofDays(7)));
    }

    private Person existing(PersonId id) {
        Person person = org.people.get(id);
        if (person == null) {
            throw Organisation.notFound("person", id);
        }
        return person;
    }
}
