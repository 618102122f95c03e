package io.atmoshub.server.caller;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.LoginName;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// The check at every door: is the way in still open, the account on, the role enough, the scope given?
@Service
public class Access {
    private static final String PERSON = """
            select p.id, p.login, p.name, p.role, p.active, p.joined, p.added_at, p.last_seen_at
            from person p join %s w on w.person_id = p.id
            where w.id = :way and p.id = :person and p.active and w.expires_at > :now""";
    private static final String BY_SIGN_IN = PERSON.formatted("sign_in");
    private static final String BY_TOKEN = PERSON.formatted("access_token");

    private final Clock clock;

    @Inject
    public Access(Clock clock) {
        this.clock = clock;
    }

    /// The person as they are now. NOT_SIGNED_IN when the way in is closed, NOT_ALLOWED when it is too narrow.
    public Person require(EntityManager em, Caller caller, Role atLeast, Scope scope) {
        Person person = signedIn(em, caller);
        if (!caller.scopes().contains(scope)) {
            String name = scope.name().toLowerCase(Locale.ROOT);
            throw new HubException(
                    ErrorCode.NOT_ALLOWED,
                    "This token lacks the scope \"%s\".".formatted(name),
                    "Make a token with that scope on the My tokens page.");
        }
        if (!person.role().atLeast(atLeast)) {
            throw new HubException(
                    ErrorCode.NOT_ALLOWED,
                    "This takes the role %s; yours is %s.".formatted(word(atLeast), word(person.role())),
                    "Ask an admin of your organisation.");
        }
        return person;
    }

    /// For what only a person at the keyboard may do, such as making tokens.
    public Person requireSignIn(EntityManager em, Caller caller) {
        Person person = signedIn(em, caller);
        if (!(caller.way() instanceof Way.SignIn)) {
            throw new HubException(
                    ErrorCode.NOT_ALLOWED,
                    "A token can't do this.",
                    "Sign in to the hub in a browser and do it there.");
        }
        return person;
    }

    /// For what every way in allows.
    public Person signedIn(EntityManager em, Caller caller) {
        List<Tuple> rows =
                switch (caller.way()) {
                    case Way.SignIn(UUID id) -> rows(em, BY_SIGN_IN, id, caller);
                    case Way.Token(var id) -> rows(em, BY_TOKEN, id.value(), caller);
                };
        if (rows.isEmpty()) {
            throw closed(caller.way());
        }
        Tuple row = rows.getFirst();
        return new Person(
                new PersonId(row.get("id", UUID.class)),
                new LoginName(row.get("login", String.class)),
                new DisplayName(row.get("name", String.class)),
                Role.valueOf(row.get("role", String.class)),
                row.get("active", Boolean.class),
                row.get("joined", Boolean.class),
                row.get("added_at", Instant.class),
                row.get("last_seen_at", Instant.class));
    }

    @SuppressWarnings("unchecked") // JPA's native queries know no generics
    private List<Tuple> rows(EntityManager em, String sql, UUID way, Caller caller) {
        return em.createNativeQuery(sql, Tuple.class)
                .setParameter("way", way)
                .setParameter("person", caller.person().value())
                .setParameter("now", clock.instant())
                .getResultList();
    }

    private static HubException closed(Way way) {
        return switch (way) {
            case Way.SignIn _ -> new HubException(ErrorCode.NOT_SIGNED_IN, "Your sign-in has ended.", "Sign in again.");
            case Way.Token _ ->
                new HubException(
                        ErrorCode.NOT_SIGNED_IN,
                        "This token doesn't work any more.",
                        "Make a new one on the My tokens page.");
        };
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
