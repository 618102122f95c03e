package io.atmoshub.hub.testing;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.model.ProviderChange;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.policy.Grant;
import io.atmoshub.hub.policy.PolicyDocument;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.stack.Finding;
import io.atmoshub.hub.token.AccessToken;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.token.TokenId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All that the hub in memory knows, behind one lock; `changed` wakes whoever waits for anything.
final class Organisation {
    record OwnedToken(PersonId owner, AccessToken token, String secret) {}

    record OwnedGrant(PersonId owner, Grant grant) {}

    record Spent(PersonId person, ProjectId project, SessionId session, Instant at, Spending what) {}

    final List<Spent> spent = new ArrayList<>();
    final ReentrantLock lock = new ReentrantLock();
    final Condition changed = lock.newCondition();
    final Map<PersonId, Person> people = new LinkedHashMap<>();
    final Map<PersonId, String> passwords = new HashMap<>();
    final Map<String, PersonId> invitations = new HashMap<>();
    final Map<UUID, PersonId> signIns = new HashMap<>();
    final Map<TokenId, OwnedToken> tokens = new LinkedHashMap<>();
    final Map<ProjectId, Project> projects = new LinkedHashMap<>();
    final Map<SessionId, Room> rooms = new LinkedHashMap<>();
    final List<OwnedGrant> grants = new ArrayList<>();
    final List<PolicyDocument> policies = new ArrayList<>();
    final List<Path> projectRoots = new ArrayList<>();
    final AuditChainInMemory audit = new AuditChainInMemory();
    final ScriptedAssistant assistant = new ScriptedAssistant();
    final Set<ProjectId> withStacks = new HashSet<>();

    @Nullable
    Finding stackTrouble;

    final Map<String, ProviderChange> providers = new HashMap<>();

    @Nullable
    ModelRef defaultModel;

    final MirrorShelf mirror = new MirrorShelf();

    int starts = 1;

    Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            T result = work.get();
            changed.signalAll();
            return result;
        } finally {
            lock.unlock();
        }
    }

    void locked(Runnable work) {
        locked(() -> {
            work.run();
            return true;
        });
    }

    /// The caller, when they are still let in.
    Person signedIn(WayIn way) {
        Person person = people.get(way.person());
        boolean in = person != null
                && person.active()
                && (way.token() == null || tokens.containsKey(way.token()))
                && (way.signIn() == null || signIns.containsKey(way.signIn()));
        if (!in || person == null) {
            throw new HubException(ErrorCode.NOT_SIGNED_IN, "You are not signed in.", "Sign in again.");
        }
        return person;
    }

    Person require(WayIn way, Role role, Scope scope) {
        Person person = signedIn(way);
        if (!way.scopes().contains(scope)) {
            throw new HubException(
                    ErrorCode.NOT_ALLOWED,
                    "This token lacks the scope \"%s\".".formatted(scope),
                    "Use a token that has it.");
        }
        if (!person.role().atLeast(role)) {
            throw new HubException(
                    ErrorCode.NOT_ALLOWED,
                    "This takes the role %s; yours is %s.".formatted(role, person.role()),
                    "Ask an admin.");
        }
        return person;
    }

    void record(WayIn way, String action, String kind, Object id, Object name, Map<String, String> detail) {
        Person actor = people.get(way.person());
        audit.append(
                now(),
                way.person().value(),
                actor == null ? "nobody" : actor.login().value(),
                action,
                kind,
                id.toString(),
                name.toString(),
                "ok",
                detail);
    }

    static HubException notFound(String what, Object id) {
        return new HubException(ErrorCode.NOT_FOUND, "There is no %s \"%s\".".formatted(what, id), "Look at the list.");
    }

    static <T> Page<T> page(List<T> all, PageRequest request) {
        int from = 0;
        if (request.cursor() != null) {
            try {
                from = Integer.parseInt(request.cursor());
            } catch (NumberFormatException e) {
                from = -1;
            }
            if (from < 0) {
                throw new HubException(
                        ErrorCode.INVALID_INPUT,
                        "The cursor \"%s\" is none of ours.".formatted(request.cursor()),
                        "Begin without a cursor.");
            }
        }
        int start = Math.min(from, all.size());
        int end = Math.min(start + request.limit(), all.size());
        return new Page<>(all.subList(start, end), end < all.size() ? Integer.toString(end) : null);
    }
}
