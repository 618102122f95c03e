package io.atmoshub.server.run;

import io.atmoshub.assistant.conversation.RunLog;
import io.atmoshub.assistant.conversation.Spent;
import io.atmoshub.assistant.conversation.StaleRunException;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.live.LiveHub;
import io.atmoshub.server.live.OpenText;
import io.atmoshub.server.log.SessionLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The session's log as the holder of a run may write it: event, run and audit in one transaction, and only
/// while the fence is ours.
final class FencedLog implements RunLog {
    private static final int BATCH = 500;

    private final Tx tx;
    private final SessionLog log;
    private final Leases leases;
    private final ToolAudit audit;
    private final LiveHub live;
    private final Bills bills;
    private final ClaimedRun run;
    private final OpenText open;
    private final List<SessionEvent> known = new ArrayList<>();
    private final Map<CallId, Happening.ToolCalled> calls = new HashMap<>();
    private long lastSeq;
    private volatile boolean settled;

    FencedLog(
            Tx tx,
            SessionLog log,
            Leases leases,
            ToolAudit audit,
            LiveHub live,
            Bills bills,
            ClaimedRun run,
            OpenText open) {
        this.tx = tx;
        this.log = log;
        this.leases = leases;
        this.audit = audit;
        this.live = live;
        this.bills = bills;
        this.run = run;
        this.open = open;
    }

    @Override
    public List<SessionEvent> history() {
        List<SessionEvent> more;
        do {
            long last = known.isEmpty() ? 0 : known.getLast().seq();
            more = tx.call(em -> log.after(em, run.session(), last, BATCH));
            known.addAll(more);
            more.forEach(event -> note(event.what()));
        } while (more.size() == BATCH);
        lastSeq = known.isEmpty() ? 0 : known.getLast().seq();
        return List.copyOf(known);
    }

    @Override
    public SessionEvent append(Actor actor, Happening what) {
        Optional<RunState> next = RunState.after(what);
        // The session is locked before the run, here and wherever both are.
        SessionEvent event = tx.call(em -> {
            SessionEvent appended = log.append(em, run.session(), actor, what).orElseThrow(this::stale);
            if (!leases.holds(em, run)) {
                throw stale();
            }
            next.ifPresent(state -> leases.moveTo(em, run.id(), state, appended.seq()));
            audit.note(em, run, what, calls);
            return appended;
        });
        lastSeq = event.seq();
        note(what);
        settled = next.isPresent();
        if (settled || what instanceof Happening.AssistantText) {
            open.settle();
        }
        return event;
    }

    @Override
    public void live(LiveText piece) {
        open.write(lastSeq, piece);
        live.changed(run.session());
    }

    /// Whatever became of the run meanwhile: what was used will have to be paid.
    @Override
    public void used(RunId id, Spent spent) {
        bills.add(run, spent);
    }

    /// Whether the run waits or ended, as far as we wrote it.
    boolean settled() {
        return settled;
    }

    private void note(Happening what) {
        if (what instanceof Happening.ToolCalled called) {
            calls.put(called.call().id(), called);
        }
    }

    private StaleRunException stale() {
        return new StaleRunException("Run %s is no longer ours (fence %d).".formatted(run.id(), run.fence()));
    }
}
