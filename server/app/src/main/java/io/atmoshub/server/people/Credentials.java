package io.atmoshub.server.people;

import io.atmoshub.hub.people.LoginName;
import io.atmoshub.hub.people.NewPerson;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.server.secret.Secret;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people prove with that they are who they say: their password, or an invitation's secret. For the
/// features that let people in; it checks nobody's rights.
@Service
public class Credentials {
    /// A person with the hash of their password; none before they joined.
    public record Known(Person person, @Nullable String passwordHash) {}

    private final Clock clock;

    @Inject
    public Credentials(Clock clock) {
        this.clock = clock;
    }

    /// Active people only.
    public Optional<Known> find(EntityManager em, LoginName login) {
        return em.createQuery("select p from PersonEntity p where p.login = :login and p.active", PersonEntity.class)
                .setParameter("login", login.value())
                .getResultStream()
                .findFirst()
                .map(Credentials::known);
    }

    public Optional<Known> find(EntityManager em, PersonId id) {
        return Optional.ofNullable(em.find(PersonEntity.class, id.value()))
                .filter(PersonEntity::isActive)
                .map(Credentials::known);
    }

    public void setPassword(EntityManager em, PersonId id, String hash) {
        Optional.ofNullable(em.find(PersonEntity.class, id.value())).ifPresent(person -> person.setPassword(hash));
    }

    /// Whose invitation it is, while it is good and its person active.
    public Optional<Person> invited(EntityManager em, Secret secret) {
        return owner(em, "select person_id from invitation where secret_hash = :hash and expires_at > :now", secret);
    }

    /// Uses the invitation up; of two who try at once only one gets it.
    public Optional<Person> accept(EntityManager em, Secret secret, String passwordHash) {
        Optional<Person> person = owner(
                em,
                "delete from invitation where secret_hash = :hash and expires_at > :now returning person_id",
                secret);
        person.ifPresent(p -> setPassword(em, p.id(), passwordHash));
        return person;
    }

    public boolean nobodyYet(EntityManager em) {
        return em.createQuery("select count(p) from PersonEntity p", Long.class).getSingleResult() == 0;
    }

    /// Somebody who needs no invitation, such as the first admin.
    public Person add(EntityManager em, NewPerson person, String passwordHash) {
        PersonEntity entity = new PersonEntity(person, clock.instant());
        entity.setPassword(passwordHash);
        em.persist(entity);
        return entity.toPerson();
    }

    private Optional<Person> owner(EntityManager em, String sql, Secret secret) {
        List<?> ids = em.createNativeQuery(sql, UUID.class)
                .setParameter("hash", secret.hash())
                .setParameter("now", clock.instant())
                .getResultList();
        return ids.stream()
                .findFirst()
                .flatMap(id -> Optional.ofNullable(em.find(PersonEntity.class, id)))
                .filter(PersonEntity::isActive)
                .map(PersonEntity::toPerson);
    }

    private static Known known(PersonEntity entity) {
        return new Known(entity.toPerson(), entity.passwordHash());
    }
}
