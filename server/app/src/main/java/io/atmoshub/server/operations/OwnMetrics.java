package io.atmoshub.server.operations;

import io.atmoshub.server.database.Tx;
import io.atmoshub.server.wiring.Service;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;

/// What every Java server tells of itself, and how many people are signed in.
@Service
public class OwnMetrics {
    private final Metrics metrics;
    private final Tx tx;

    @Inject
    public OwnMetrics(Metrics metrics, Tx tx) {
        this.metrics = metrics;
        this.tx = tx;
    }

    void register(@Observes @Initialized(ApplicationScoped.class) Object started) {
        var memory = ManagementFactory.getMemoryMXBean();
        var threads = ManagementFactory.getThreadMXBean();
        var runtime = ManagementFactory.getRuntimeMXBean();
        metrics.gauge(
                "jvm_memory_heap_used_bytes",
                "Heap in use.",
                () -> memory.getHeapMemoryUsage().getUsed());
        metrics.gauge(
                "jvm_memory_heap_max_bytes",
                "Heap there may be.",
                () -> memory.getHeapMemoryUsage().getMax());
        metrics.gauge(
                "jvm_memory_nonheap_used_bytes",
                "Memory besides the heap.",
                () -> memory.getNonHeapMemoryUsage().getUsed());
        metrics.gauge("jvm_threads", "Platform threads alive.", threads::getThreadCount);
        metrics.gauge("process_uptime_seconds", "Since the server started.", () -> runtime.getUptime() / 1_000.0);
        metrics.gauge("atmos_hub_signed_in", "People used a sign-in within the last 15 minutes.", this::signedIn);
        metrics.gauge("atmos_hub_audit_unsealed", "Audit entries that wait for their seal.", this::unsealed);
    }

    private double signedIn() {
        return count(
                "select count(distinct person_id) from sign_in where last_used_at > now() - interval '15 minutes'");
    }

    private double unsealed() {
        return count("select count(*) from audit_entry where seq is null");
    }

    private double count(String sql) {
        return tx.call(em -> ((Number) em.createNativeQuery(sql).getSingleResult()).doubleValue());
    }
}
