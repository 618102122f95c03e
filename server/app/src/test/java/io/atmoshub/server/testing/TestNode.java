package io.atmoshub.server.testing;

import com.sun.net.httpserver.HttpServer;
import io.atmoshub.hub.change.Changes;
import io.atmoshub.hub.conversation.Conversations;
import io.atmoshub.hub.mirror.Mirror;
import io.atmoshub.hub.model.Models;
import io.atmoshub.hub.policy.Policies;
import io.atmoshub.hub.project.Projects;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Sessions;
import io.atmoshub.hub.stack.Stacks;
import io.atmoshub.hub.usage.Usages;
import io.atmoshub.mirror.ledger.Ledger;
import io.atmoshub.mirror.policy.PolicyShelf;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.ActingAs;
import io.atmoshub.server.change.ChangesForCaller;
import io.atmoshub.server.conversation.ConversationsForCaller;
import io.atmoshub.server.lifecycle.Lifecycle;
import io.atmoshub.server.live.HttpPeers;
import io.atmoshub.server.live.LiveFeed;
import io.atmoshub.server.live.LiveHub;
import io.atmoshub.server.live.LiveWatch;
import io.atmoshub.server.live.PeerProof;
import io.atmoshub.server.log.SessionLog;
import io.atmoshub.server.mirror.MirrorForCaller;
import io.atmoshub.server.mirror.ServerDatabase;
import io.atmoshub.server.model.HubModels;
import io.atmoshub.server.model.KeySeal;
import io.atmoshub.server.model.ModelsForCaller;
import io.atmoshub.server.node.Node;
import io.atmoshub.server.node.NodeTable;
import io.atmoshub.server.policy.Grants;
import io.atmoshub.server.policy.PoliciesForCaller;
import io.atmoshub.server.policy.PolicyStore;
import io.atmoshub.server.policy.ProjectPolicies;
import io.atmoshub.server.project.ProjectRegister;
import io.atmoshub.server.project.ProjectRoots;
import io.atmoshub.server.project.ProjectsForCaller;
import io.atmoshub.server.run.Leases;
import io.atmoshub.server.run.RunEngine;
import io.atmoshub.server.run.RunPolicies;
import io.atmoshub.server.run.RunQueue;
import io.atmoshub.server.run.RunWork;
import io.atmoshub.server.run.ToolAudit;
import io.atmoshub.server.session.Approvals;
import io.atmoshub.server.session.Patience;
import io.atmoshub.server.session.SessionsForCaller;
import io.atmoshub.server.session.StaleQuestions;
import io.atmoshub.server.settings.Settings;
import io.atmoshub.server.stack.StacksForCaller;
import io.atmoshub.server.stack.WarmStacks;
import io.atmoshub.server.usage.UsageLedger;
import io.atmoshub.server.usage.UsagesForCaller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/// One server, without the application server around it: several of them on one database are a cluster.
public final class TestNode implements AutoCloseable {
    public final CuttableTx tx;
    public final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    public final Audit audit = new Audit(clock);
    public final SessionLog log;
    public final LiveHub live;
    public final Leases leases;
    public final RunEngine engine;
    public final ActingAs<Sessions> sessions;
    public final ActingAs<Conversations> conversations;
    public final ActingAs<Changes> changes;
    public final ActingAs<Projects> projects;
    public final ActingAs<Stacks> stacks;
    public final ActingAs<Policies> policies;
    public final PolicyStore store;
    public final ProjectPolicies projectPolicies;
    public final RunPolicies runPolicies;
    public final StaleQuestions stale;
    public final ActingAs<Models> models;
    public final ActingAs<Usages> usages;
    public final ActingAs<Mirror> mirror;
    public final Ledger mirrored;
    public final UsageLedger ledger;
    public final ProjectRegister register;
    private final Lifecycle lifecycle;
    private final HttpServer http;

    public TestNode(TestDatabase database, Function<TestNode, RunWork> works, List<Path> roots) throws IOException {
        RunWork work = (run, log, cancellation) -> works.apply(this).work(run, log, cancellation);
        tx = new CuttableTx(database.tx());
        ThreadFactory threads = Thread.ofVirtual().name("hub-", 0).factory();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Node me =
                Node.starting(URI.create("http://127.0.0.1:" + http.getAddress().getPort()));
        Access access = new Access(clock);
        log = new SessionLog(tx);
        live = new LiveHub(tx, log, access, threads);
        leases = new Leases(tx, me);
        ToolAudit toolAudit = new ToolAudit(audit);
        Grants grants = new Grants();
        Patience patience = new Patience(clock, new Settings(Map.of()));
        KeySeal seal = new KeySeal();
        HubModels hubModels = new HubModels(new Settings(Map.of()), seal);
        ledger = new UsageLedger(tx, clock, hubModels, threads);
        engine = new RunEngine(tx, log, leases, toolAudit, live, ledger, work, threads);
        usages = new UsagesForCaller(tx, access);
        ServerDatabase mirrorDatabase = new ServerDatabase(tx);
        mirrored = new Ledger(mirrorDatabase, clock);
        mirror = new MirrorForCaller(
                tx, access, audit, mirrored, new PolicyShelf(mirrorDatabase), mirrorDatabase, clock);
        RunQueue runs = new RunQueue(tx, log, leases, engine);
        models = new ModelsForCaller(tx, access, audit, hubModels, seal);
        sessions = new SessionsForCaller(
                tx,
                access,
                audit,
                log,
                live,
                runs,
                engine,
                new Approvals(runs, grants, toolAudit, patience),
                hubModels);
        conversations = new ConversationsForCaller(tx, access, audit, log, runs, sessions);
        changes = new ChangesForCaller(tx, access, audit, log);
        register = new ProjectRegister(tx, clock, audit, new ProjectRoots(roots), live, engine);
        projects = new ProjectsForCaller(tx, access, audit, register);
        WarmStacks warm = new WarmStacks(new Settings(Map.of()));
        stacks = new StacksForCaller(projects, warm);
        store = new PolicyStore();
        projectPolicies = new ProjectPolicies(warm);
        policies = new PoliciesForCaller(tx, access, audit, store, projectPolicies, grants);
        runPolicies = new RunPolicies(tx, store, projectPolicies, grants);
        stale = new StaleQuestions(tx, log, runs, toolAudit, patience);
        PeerProof proof = new PeerProof(tx, clock);
        LiveWatch watch = new LiveWatch(tx, live, me, new HttpPeers(proof), threads);
        serveLiveText(new LiveFeed(live), proof);
        lifecycle = new Lifecycle(new NodeTable(tx, me), engine, live, watch, database.logins()::connectAsApp, threads);
    }

    public TestNode start() {
        lifecycle.start();
        return this;
    }

    /// Neither the database nor another node hears of it any more; its leases stay.
    public void cutOff() {
        tx.cut(true);
        http.stop(0);
    }

    /// It can reach the database again, and does not know what happened meanwhile.
    public void comeBack() {
        tx.cut(false);
    }

    @Override
    public void close() {
        lifecycle.stop();
        http.stop(0);
    }

    private void serveLiveText(LiveFeed feed, PeerProof proof) {
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/internal/live/", exchange -> {
            SessionId session =
                    SessionId.parse(exchange.getRequestURI().getPath().substring("/internal/live/".length()));
            boolean allowed = proof.holds(
                    session, String.valueOf(exchange.getRequestHeaders().getFirst(PeerProof.HEADER)));
            exchange.sendResponseHeaders(allowed ? 200 : 404, 0);
            try (var out = exchange.getResponseBody()) {
                if (allowed) {
                    feed.write(session, out);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        http.start();
    }
}
