package io.atmoshub.server.people;

import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.LoginName;
import io.atmoshub.hub.people.NewPerson;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.people.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// Only what changed is written: when the person was last seen is noted elsewhere at the same time.
@Entity
@Table(name = "person")
@DynamicUpdate
class PersonEntity {
    @Id
    private UUID id;

    @Version
    private int version;

    private String login;
    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean active;
    private boolean joined;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "added_at")
    private Instant addedAt;

    @Column(name = "last_seen_at", insertable = false, updatable = false)
    private @Nullable Instant lastSeenAt;

    @NullUnmarked
    protected PersonEntity() {} // for JPA

    PersonEntity(NewPerson person, Instant now) {
        id = UUID.randomUUID();
        login = person.login().value();
        name = person.name().value();
        role = person.role();
        active = true;
        addedAt = now;
    }

    UUID id() {
        return id;
    }

    boolean isActiveAdmin() {
        return active && role == Role.ADMIN;
    }

    boolean isActive() {
        return active;
    }

    void changeRole(Role newRole) {
        role = newRole;
    }

    void setActive(boolean on) {
        active = on;
    }

    /// The first password makes a person one who joined.
    void setPassword(String hash) {
        passwordHash = hash;
        joined = true;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    Person toPerson() {
        return new Person(
                new PersonId(id),
                new LoginName(login),
                new DisplayName(name),
                role,
                active,
                joined,
                addedAt,
                lastSeenAt);
    }
}
