package io.atmoshub.hub.testing;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.account.Account;
import io.atmoshub.hub.account.PasswordChange;
import io.atmoshub.hub.audit.AuditLog;
import io.atmoshub.hub.change.Changes;
import io.atmoshub.hub.conversation.Conversations;
import io.atmoshub.hub.mirror.Mirror;
import io.atmoshub.hub.model.Models;
import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.LoginName;
import io.atmoshub.hub.people.People;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.policy.Policies;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.project.ProjectName;
import io.atmoshub.hub.project.Projects;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Sessions;
import io.atmoshub.hub.stack.Finding;
import io.atmoshub.hub.stack.Stacks;
import io.atmoshub.hub.token.NewToken;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.token.TokenName;
import io.atmoshub.hub.token.Tokens;
import io.atmoshub.hub.usage.Usages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/// A whole hub in memory, which keeps the same contracts as the real one; only a little assistant answers
/// that tests can teach ({@link #assistant()}).
///
/// ```java
/// var hub = InMemoryHub.withPeople();
/// Hub ana = hub.as("ana");
/// ```
public final class InMemoryHub {
    /// The password of everybody whom {@link #withPeople} puts there.
    public static final String PASSWORD = "four plain old words";

    private final Organisation org = new Organisation();

    private InMemoryHub() {}

    /// admin, ana and ben (members), vic (viewer), ada (approver), and the project "acme".
    public static InMemoryHub withPeople() {
        var hub = withAdmin();
        hub.with("ana", "Ana Lima", Role.MEMBER)
                .with("ben", "Ben Okoro", Role.MEMBER)
                .with("vic", "Vic Tan", Role.VIEWER)
                .with("ada", "Ada Berg", Role.APPROVER);
        return hub.withProject("acme", "/srv/projects/acme");
    }

    /// Only the administrator, as after the first start.
    public static InMemoryHub withAdmin() {
        return new InMemoryHub().with("admin", "Administrator", Role.ADMIN);
    }

    public InMemoryHub with(String login, String name, Role role) {
        org.locked(() -> {
            var person = new Person(
                    PersonId.random(),
                    new LoginName(login),
                    new DisplayName(name),
                    role,
                    true,
                    true,
                    org.now(),
                    org.now());
            org.people.put(person.id(), person);
            org.passwords.put(person.id(), PASSWORD);
        });
        return this;
    }

    public InMemoryHub withProject(String name, String folder) {
        org.locked(() -> {
            var project = new Project(ProjectId.random(), new ProjectName(name), folder, org.now());
            org.projects.put(project.id(), project);
        });
        return this;
    }

    /// A project with the stacks of {@link LittleStacks}.
    public InMemoryHub withStacks(String name) {
        withProject(name, "/srv/projects/" + name);
        org.locked(() -> {
            org.withStacks.add(project(name).id());
        });
        return this;
    }

    /// Somebody edits a manifest, and is not done.
    public void breakStacks(Finding trouble) {
        org.locked(() -> {
            org.stackTrouble = trouble;
        });
    }

    /// Folders under this one can be registered as projects.
    public InMemoryHub withProjectRoot(Path root) {
        try {
            Path real = root.toRealPath();
            org.locked(() -> {
                org.projectRoots.add(real);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /// Stops and is there again at once: everybody who follows a session hears that the hub stops.
    public void restart() {
        org.locked(() -> {
            org.starts++;
        });
    }

    public ScriptedAssistant assistant() {
        return org.assistant;
    }

    public Person person(String login) {
        return org.locked(() -> org.people.values().stream()
                .filter(p -> p.login().value().equals(login))
                .findFirst()
                .orElseThrow());
    }

    public Project project(String name) {
        return org.locked(() -> org.projects.values().stream()
                .filter(p -> p.name().value().equals(name))
                .findFirst()
                .orElseThrow());
    }

    /// The hub as this person sees it, signed in for good.
    public Hub as(String login) {
        return as(person(login));
    }

    public Hub as(Person person) {
        return new Bound(org, new WayIn(person.id(), EnumSet.allOf(Scope.class), null, null));
    }

    /// A sign-in that a change of password or switching off the person ends.
    public Hub signIn(String login, String password) {
        return withSignIn(newSignIn(login, password));
    }

    public UUID newSignIn(String login, String password) {
        return org.locked(() -> {
            Person person = org.people.values().stream()
                    .filter(p ->
                            p.login().value().equals(login) && p.active() && password.equals(org.passwords.get(p.id())))
                    .findFirst()
                    .orElseThrow(() ->
                            new HubException(ErrorCode.NOT_SIGNED_IN, "Name and password don't match.", "Try again."));
            return signedIn(person.id());
        });
    }

    public Hub withSignIn(UUID signIn) {
        return org.locked(() -> {
            PersonId person = org.signIns.get(signIn);
            if (person == null) {
                throw new HubException(ErrorCode.NOT_SIGNED_IN, "You are not signed in.", "Sign in again.");
            }
            return new Bound(org, new WayIn(person, EnumSet.allOf(Scope.class), null, signIn));
        });
    }

    public void signOut(UUID signIn) {
        org.locked(() -> {
            org.signIns.remove(signIn);
        });
    }

    /// Accepts an invitation by its secret (the last part of its path) and signs in.
    public UUID join(String secret, String password) {
        PasswordChange.checkNew(password);
        return org.locked(() -> {
            PersonId id = org.invitations.remove(secret);
            if (id == null) {
                throw new HubException(
                        ErrorCode.NOT_FOUND, "This invitation does not work any more.", "Ask for a new one.");
            }
            Person p = java.util.Objects.requireNonNull(org.people.get(id));
            org.people.put(id, new Person(id, p.login(), p.name(), p.role(), p.active(), true, p.addedAt(), org.now()));
            org.passwords.put(id, password);
            return signedIn(id);
        });
    }

    /// The hub as the bearer of this token sees it.
    public Hub withToken(String secret) {
        return org.locked(() -> org.tokens.values().stream()
                .filter(t -> t.secret().equals(secret))
                .filter(t -> t.token().expiresAt().isAfter(Instant.now()))
                .findFirst()
                .map(t -> new Bound(
                        org, new WayIn(t.owner(), t.token().scopes(), t.token().id(), null)))
                .orElseThrow(() -> new HubException(
                        ErrorCode.NOT_SIGNED_IN,
                        "This token does not work.",
                        "Make a new one on the My tokens page.")));
    }

    /// The secret of a new token.
    public String token(String login, Scope... scopes) {
        return as(login)
                .tokens()
                .issue(new NewToken(new TokenName("test"), Set.of(scopes), 30))
                .secret();
    }

    /// As if a model had answered somebody in a session.
    public void spend(String login, SessionId session, Spending spending) {
        org.locked(() -> {
            Room room = org.rooms.get(session);
            if (room == null) {
                throw new IllegalArgumentException("There is no session " + session);
            }
            org.spent.add(new Organisation.Spent(person(login).id(), room.projectId, session, org.now(), spending));
        });
    }

    /// As if somebody had taken what an address gives. What differs from what it gave first goes into quarantine.
    public void mirror(String login, String address, String content) {
        org.locked(() -> org.mirror.fetched(login, address, content, org.now()));
    }

    /// Rewrites history behind the hub's back.
    public void forgeAudit(long seq, String actor) {
        org.locked(() -> org.audit.forge(seq, actor));
    }

    /// Forgets all but the first entries behind the hub's back.
    public void cutAudit(int keep) {
        org.locked(() -> org.audit.cut(keep));
    }

    private UUID signedIn(PersonId person) {
        UUID signIn = UUID.randomUUID();
        org.signIns.put(signIn, person);
        return signIn;
    }

    private record Bound(Organisation org, WayIn way) implements Hub {
        @Override
        public Account account() {
            return new AccountInMemory(org, way);
        }

        @Override
        public People people() {
            return new PeopleInMemory(org, way);
        }

        @Override
        public Tokens tokens() {
            return new TokensInMemory(org, way);
        }

        @Override
        public Projects projects() {
            return new ProjectsInMemory(org, way);
        }

        @Override
        public Stacks stacks() {
            return new StacksInMemory(org, way);
        }

        @Override
        public Sessions sessions() {
            return new SessionsInMemory(org, way);
        }

        @Override
        public Conversations conversations() {
            return new ConversationsInMemory(org, way);
        }

        @Override
        public Changes changes() {
            return new ChangesInMemory(org, way);
        }

        @Override
        public Policies policies() {
            return new PoliciesInMemory(org, way);
        }

        @Override
        public Models models() {
            return new ModelsInMemory(org, way);
        }

        @Override
        public Usages usages() {
            return new UsagesInMemory(org, way);
        }

        @Override
        public Mirror mirror() {
            return new MirrorInMemory(org, way);
        }

        @Override
        public AuditLog audit() {
            return new AuditLogInMemory(org, way);
        }
    }
}
