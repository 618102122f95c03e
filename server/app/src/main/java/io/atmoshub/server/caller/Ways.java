package io.atmoshub.server.caller;

import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.LoginName;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.token.TokenId;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.secret.Secret;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The ways in that are open: sign-ins and tokens, found by the secret their holder shows. Every request
/// looks anew, so a way that was closed, on whichever node, is closed at once.
@Service
public class Ways {
    public static final Duration SIGN_IN_LASTS = Duration.ofDays(30);
    /// How exactly one knows when a way was last used; more exact would mean a write with each request.
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final Tx tx;
    private final Clock clock;

    @Inject
    public Ways(Tx tx, Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    public Optional<Entry> bySignIn(Secret secret, String address) {
        return find("sign_in", "''", secret, address).map(found -> {
            if (found.stale()) {
                note("update sign_in set last_used_at = :now, expires_at = :until where id = :way", found, true);
            }
            return found.entry();
        });
    }

    public Optional<Entry> byToken(Secret secret, String address) {
        return find("access_token", "w.scopes", secret, address).map(found -> {
            if (found.stale()) {
                note("update access_token set last_used_at = :now where id = :way", found, false);
            }
            return found.entry();
        });
    }

    public Way.SignIn open(EntityManager em, PersonId person, Secret secret, String address) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        em.createNativeQuery("""
                        insert into sign_in (id, person_id, secret_hash, address, created_at, last_used_at, expires_at)
                        values (:id, :person, :hash, :address, :now, :now, :until)""")
                .setParameter("id", id)
                .setParameter("person", person.value())
                .setParameter("hash", secret.hash())
                .setParameter("address", address)
                .setParameter("now", now)
                .setParameter("until", now.plus(SIGN_IN_LASTS))
                .executeUpdate();
        seen(em, person, now);
        return new Way.SignIn(id);
    }

    public void close(EntityManager em, Way.SignIn way) {
        em.createNativeQuery("delete from sign_in where id = :id")
                .setParameter("id", way.id())
                .executeUpdate();
    }

    /// All sign-ins of the person but one.
    public void closeOtherSignIns(EntityManager em, PersonId person, Way.@Nullable SignIn kept) {
        em.createNativeQuery("delete from sign_in where person_id = :person and id <> :kept")
                .setParameter("person", person.value())
                .setParameter("kept", kept == null ? new UUID(0, 0) : kept.id())
                .executeUpdate();
    }

    public void closeAll(EntityManager em, PersonId person) {
        closeOtherSignIns(em, person, null);
        em.createNativeQuery("delete from access_token where person_id = :person")
                .setParameter("person", person.value())
                .executeUpdate();
    }

    private record Found(Entry entry, UUID way, boolean stale) {}

    @SuppressWarnings("unchecked") // JPA's native queries know no generics
    private Optional<Found> find(String table, String scopes, Secret secret, String address) {
        Instant now = clock.instant();
        List<Tuple> rows = tx.call(em -> em.createNativeQuery("""
                        select w.id way, p.id person, p.login, p.name, p.role, %s scopes,
                            coalesce(w.last_used_at, timestamptz 'epoch') used
                        from %s w join person p on p.id = w.person_id
                        where w.secret_hash = :hash and p.active and w.expires_at > :now""".formatted(scopes, table), Tuple.class)
                .setParameter("hash", secret.hash())
                .setParameter("now", now)
                .getResultList());
        return rows.stream().findFirst().map(row -> {
            UUID id = row.get("way", UUID.class);
            boolean signIn = table.equals("sign_in");
            Caller caller = new Caller(
                    new PersonId(row.get("person", UUID.class)),
                    new LoginName(row.get("login", String.class)),
                    new DisplayName(row.get("name", String.class)),
                    signIn ? Set.of(Scope.values()) : scopes(row.get("scopes", String.class)),
                    signIn ? new Way.SignIn(id) : new Way.Token(new TokenId(id)),
                    address);
            return new Found(
                    new Entry(caller, Role.valueOf(row.get("role", String.class))),
                    id,
                    row.get("used", Instant.class).isBefore(now.minus(NOTED_EVERY)));
        });
    }

    private void note(String update, Found found, boolean slides) {
        Instant now = clock.instant();
        tx.run(em -> {
            var query = em.createNativeQuery(update).setParameter("now", now).setParameter("way", found.way());
            if (slides) {
                query.setParameter("until", now.plus(SIGN_IN_LASTS));
            }
            query.executeUpdate();
            seen(em, found.entry().caller().person(), now);
        });
    }

    private static void seen(EntityManager em, PersonId person, Instant now) {
        em.createNativeQuery("update person set last_seen_at = :now where id = :person")
                .setParameter("now", now)
                .setParameter("person", person.value())
                .executeUpdate();
    }

    private static Set<Scope> scopes(String stored) {
        return Arrays.stream(stored.split(",")).map(Scope::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
