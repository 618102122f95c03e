package io.atmoshub.server.lifecycle;

import io.atmoshub.server.database.Sql;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.live.LiveHub;
import io.atmoshub.server.log.SessionLog;
import io.atmoshub.server.operations.Metrics;
import io.atmoshub.server.run.RunEngine;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;

/// How busy sessions are: on this node, and how many runs wait in the whole hub.
@Service
public final class SessionMetrics {
    private final Metrics metrics;
    private final Tx tx;
    private final SessionLog log;
    private final LiveHub live;
    private final RunEngine engine;

    @Inject
    public SessionMetrics(Metrics metrics, Tx tx, SessionLog log, LiveHub live, RunEngine engine) {
        this.metrics = metrics;
        this.tx = tx;
        this.log = log;
        this.live = live;
        this.engine = engine;
    }

    void register() {
        metrics.gauge("atmos_hub_runs_working", "Runs that this node works on.", engine::atWork);
        metrics.gauge("atmos_hub_runs_queued", "Runs that wait for a node, in the whole hub.", () -> runs("QUEUED"));
        metrics.gauge(
                "atmos_hub_runs_waiting", "Runs that wait for a person, in the whole hub.", () -> runs("WAITING"));
        metrics.gauge("atmos_hub_followers", "Who follows a session on this node.", live::subscribers);
        metrics.gauge(
                "atmos_hub_events_appended",
                "Events that this node appended to sessions since it started.",
                log::appended);
    }

    private double runs(String state) {
        return tx.call(em -> Sql.first(em, "select count(*) from run where state = ?", row -> row.getDouble(1), state)
                .orElse(0.0));
    }
}
