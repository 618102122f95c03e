package io.atmoshub.server.people;

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
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.audit.AuditObject;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.caller.Ways;
import io.atmoshub.server.database.Cursor;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.secret.Secret;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.hibernate.exception.ConstraintViolationException;

/// The people of the organisation, as one caller may see and change them.
final class PeopleBean implements People {
    private static final Duration INVITATION_LASTS = Duration.ofDays(7);

    private final Caller caller;
    private final Tx tx;
    private final Access access;
    private final Audit audit;
    private final Ways ways;
    private final Clock clock;

    PeopleBean(Caller caller, Tx tx, Access access, Audit audit, Ways ways, Clock clock) {
        this.caller = caller;
        this.tx = tx;
        this.access = access;
        this.audit = audit;
        this.ways = ways;
        this.clock = clock;
    }

    @Override
    public Page<Person> list(PageRequest page) {
        return tx.call(em -> {
            access.require(em, caller, Role.VIEWER, Scope.READ);
            String after =
                    page.cursor() == null ? "" : Cursor.read(page.cursor(), 1).getFirst();
            List<Person> people = em.createQuery(
                            "select p from PersonEntity p where p.login > :after order by p.login", PersonEntity.class)
                    .setParameter("after", after)
                    .setMaxResults(page.limit() + 1)
                    .getResultStream()
                    .map(PersonEntity::toPerson)
                    .toList();
            return Cursor.page(
                    people, page.limit(), last -> List.of(last.login().value()));
        });
    }

    @Override
    public Person get(PersonId id) {
        return tx.call(em -> {
            access.require(em, caller, Role.VIEWER, Scope.READ);
            return existing(em, id).toPerson();
        });
    }

    @Override
    public Invitation invite(NewPerson newPerson) {
        return tx.call(em -> {
            access.require(em, caller, Role.ADMIN, Scope.ADMIN);
            PersonEntity entity = new PersonEntity(newPerson, clock.instant());
            try {
                em.persist(entity);
                em.flush();
            } catch (ConstraintViolationException e) {
                throw new HubException(
                        ErrorCode.CONFLICT,
                        "Somebody signs in as \"%s\" already.".formatted(newPerson.login()),
                        "Pick another sign-in name.",
                        e);
            }
            return invitation(em, entity.toPerson());
        });
    }

    @Override
    public Invitation inviteAgain(PersonId id) {
        return tx.call(em -> {
            access.require(em, caller, Role.ADMIN, Scope.ADMIN);
            return invitation(em, existing(em, id).toPerson());
        });
    }

    @Override
    public Person changeRole(PersonId id, Role role) {
        return change(id, role == Role.ADMIN, (em, person) -> {
            person.changeRole(role);
            record(em, "person.role", person.toPerson(), Map.of("role", role.name()));
        });
    }

    @Override
    public Person setActive(PersonId id, boolean active) {
        return change(id, active, (em, person) -> {
            person.setActive(active);
            if (!active) {
                ways.closeAll(em, id);
                em.createNativeQuery("delete from invitation where person_id = :person")
                        .setParameter("person", id.value())
                        .executeUpdate();
            }
            record(em, active ? "person.activate" : "person.deactivate", person.toPerson(), Map.of());
        });
    }

    private Person change(PersonId id, boolean staysAdmin, BiConsumer<EntityManager, PersonEntity> how) {
        return tx.call(em -> {
            access.require(em, caller, Role.ADMIN, Scope.ADMIN);
            // Locked together: two admins who demote each other at once must not both succeed.
            List<PersonEntity> admins = em.createQuery(
                            "select p from PersonEntity p where p.active and p.role = :role order by p.id",
                            PersonEntity.class)
                    .setParameter("role", Role.ADMIN)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList();
            PersonEntity person = existing(em, id);
            if (!staysAdmin && person.isActiveAdmin() && admins.size() < 2) {
                throw new HubException(
                        ErrorCode.CONFLICT,
                        "%s is the last active admin."
                                .formatted(person.toPerson().name()),
                        "Make somebody else an admin first.");
            }
            how.accept(em, person);
            return person.toPerson();
        });
    }

    private Invitation invitation(EntityManager em, Person person) {
        Secret secret = Secret.random("");
        Instant expires = clock.instant().plus(INVITATION_LASTS);
        em.createNativeQuery("""
                        insert into invitation (person_id, secret_hash, expires_at) values (:person, :hash, :expires)
                        on conflict (person_id) do update
                        set secret_hash = excluded.secret_hash, expires_at = excluded.expires_at""")
                .setParameter("person", person.id().value())
                .setParameter("hash", secret.hash())
                .setParameter("expires", expires)
                .executeUpdate();
        record(em, "person.invite", person, Map.of("role", person.role().name()));
        return new Invitation(person, "join/" + secret.value(), expires);
    }

    private void record(EntityManager em, String action, Person person, Map<String, String> detail) {
        audit.record(em, caller, action, AuditObject.person(person), Audit.OK, detail);
    }

    private static PersonEntity existing(EntityManager em, PersonId id) {
        PersonEntity person = em.find(PersonEntity.class, id.value());
        if (person == null) {
            throw new HubException(
                    ErrorCode.NOT_FOUND,
                    "There is no person \"%s\".".formatted(id),
                    "See who there is on the People page.");
        }
        return person;
    }
}
