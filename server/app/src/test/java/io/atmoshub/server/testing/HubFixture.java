package io.atmoshub.server.testing;

import io.atmoshub.assistant.conversation.Spent;
import io.atmoshub.assistant.model.Usage;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.account.Account;
import io.atmoshub.hub.audit.AuditLog;
import io.atmoshub.hub.change.Changes;
import io.atmoshub.hub.conversation.Conversations;
import io.atmoshub.hub.mirror.Mirror;
import io.atmoshub.hub.model.Models;
import io.atmoshub.hub.people.Invitation;
import io.atmoshub.hub.people.People;
import io.atmoshub.hub.policy.Policies;
import io.atmoshub.hub.project.NewProject;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.project.ProjectName;
import io.atmoshub.hub.project.Projects;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Sessions;
import io.atmoshub.hub.stack.Stacks;
import io.atmoshub.hub.testing.Cast;
import io.atmoshub.hub.testing.Fixture;
import io.atmoshub.hub.testing.Spending;
import io.atmoshub.hub.token.Tokens;
import io.atmoshub.hub.usage.Usages;
import io.atmoshub.mirror.blob.BlobId;
import io.atmoshub.mirror.ledger.Pinned;
import io.atmoshub.mirror.pull.Vouchers;
import io.atmoshub.mirror.upstream.UpstreamAddress;
import io.atmoshub.server.audit.AuditLogForCaller;
import io.atmoshub.server.audit.Sealer;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.run.ClaimedRun;
import io.atmoshub.server.run.RunWork;
import io.atmoshub.toolchain.Checksum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// The real beans on a real PostgreSQL, and one server or more: for the contracts, and for what is promised
/// beyond them. One a test class; each test only borrows it.
public final class HubFixture implements Fixture {
    public final TestDatabase database = new TestDatabase();
    public final TestIdentity identity = new TestIdentity(database.tx());
    public final ScriptedWork work = new ScriptedWork();
    private final Function<TestNode, RunWork> works;
    public final Path root;
    public final TestNode node;
    private final Path outside;
    private final ProjectId project;
    private final Map<Cast, Caller> cast = new EnumMap<>(Cast.class);
    private final List<TestNode> nodes = new ArrayList<>();
    private final AuditLogForCaller auditLog = new AuditLogForCaller(database.tx(), identity.access);
    private final Sealer sealer = new Sealer(database.tx(), identity.clock);
    private final ScheduledExecutorService sealing = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> sealed;

    public HubFixture(Path folder) throws IOException {
        this(folder, null);
    }

    /// @param works what runs do on a server, instead of the script
    public HubFixture(Path folder, @Nullable Function<TestNode, RunWork> works) throws IOException {
        this.works = works == null ? _ -> work : works;
        root = Files.createDirectories(folder.resolve("roots")).toRealPath();
        outside = Files.createDirectories(folder.resolve("elsewhere")).toRealPath();
        node = newNode();
        sealed = sealing.scheduleWithFixedDelay(sealer::seal, 100, 100, TimeUnit.MILLISECONDS);
        for (Cast one : Cast.values()) {
            cast.put(one, identity.caller(one));
        }
        project = as(Cast.ADMIN)
                .projects()
                .register(new NewProject(new ProjectName("acme"), newFolder()))
                .id();
    }

    /// One more server of the same hub.
    public TestNode newNode() throws IOException {
        TestNode started = new TestNode(database, works, List.of(root)).start();
        nodes.add(started);
        return started;
    }

    @Override
    public Hub as(Cast who) {
        return on(node, who);
    }

    public Hub on(TestNode which, Cast who) {
        return hub(which, cast.get(who));
    }

    public Hub hub(TestNode which, Caller caller) {
        return new HubOf(
                identity.accounts.as(caller),
                identity.people.as(caller),
                identity.tokens.as(caller),
                which.projects.as(caller),
                which.stacks.as(caller),
                which.sessions.as(caller),
                which.conversations.as(caller),
                which.changes.as(caller),
                which.policies.as(caller),
                which.models.as(caller),
                which.usages.as(caller),
                which.mirror.as(caller),
                auditLog.as(caller));
    }

    @Override
    public Hub signIn(String login, String password) {
        return hub(node, identity.signIn(login, password));
    }

    @Override
    public void join(Invitation invitation, String password) {
        Caller joined = identity.join(invitation.path(), password);
        if (joined.scopes().isEmpty()) {
            throw new AssertionError("joined without any scope");
        }
    }

    @Override
    public Hub withToken(String secret) {
        return hub(node, identity.byToken(secret));
    }

    @Override
    public ProjectId project() {
        return project;
    }

    @Override
    public String newFolder() {
        return newFolder(root);
    }

    @Override
    public String folderOutside() {
        return newFolder(outside);
    }

    @Override
    public String messageThatAsks() {
        return "ask to write a file";
    }

    @Override
    public boolean spend(Cast who, SessionId session, Spending spending) {
        Caller caller = cast.get(who);
        ClaimedRun run = new ClaimedRun(
                RunId.random(),
                session,
                UUID.randomUUID(),
                project,
                root,
                new ClaimedRun.Asker(caller.person(), who.login(), "127.0.0.1"),
                1,
                0,
                false);
        Usage usage = new Usage(
                spending.model().provider(),
                spending.model().model(),
                spending.input(),
                spending.cached(),
                spending.cacheCreation(),
                spending.output(),
                spending.estimated());
        try {
            node.ledger.add(run, new Spent(usage, Duration.ofMillis(800)));
            node.ledger.settle(Duration.ofSeconds(20));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean mirror(Cast who, String address, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = Checksum.Algorithm.SHA256.digest();
        digest.update(bytes);
        BlobId blob = BlobId.of(Checksum.of(digest, Checksum.Algorithm.SHA256));
        UpstreamAddress upstream = UpstreamAddress.of(URI.create(address));
        Pinned file = new Pinned(
                upstream, Vouchers.tool(upstream), blob, bytes.length, "text/plain", "", node.clock.instant());
        Pinned pinned = database.tx()
                .call(em -> em.unwrap(Session.class)
                        .doReturningWork(connection -> node.mirrored.pin(connection, file, List.of())));
        if (pinned.blob().equals(blob)) {
            node.mirrored.taken(pinned, who.login(), bytes.length);
        } else {
            node.mirrored.differs(pinned, blob, bytes.length);
        }
        return true;
    }

    /// For the end of the class.
    public void stop() {
        sealed.cancel(false);
        sealing.close();
        nodes.forEach(TestNode::close);
        database.close();
    }

    private static String newFolder(Path in) {
        try {
            return Files.createTempDirectory(in, "folder").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record HubOf(
            Account account,
            People people,
            Tokens tokens,
            Projects projects,
            Stacks stacks,
            Sessions sessions,
            Conversations conversations,
            Changes changes,
            Policies policies,
            Models models,
            Usages usages,
            Mirror mirror,
            AuditLog audit)
            implements Hub {}
}
