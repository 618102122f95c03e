package io.atmoshub.server.audit;

import io.atmoshub.hub.people.Person;

/// What something was done to: its kind in one word, its id, and its name at that time.
public record AuditObject(String kind, String id, String name) {
    public static AuditObject person(Person person) {
        return new AuditObject("person", person.id().toString(), person.login().value());
    }
}
