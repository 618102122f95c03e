package io.atmoshub.server.usage;

import io.atmoshub.assistant.conversation.Spent;
import io.atmoshub.assistant.model.Usage;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.model.HubModels;
import io.atmoshub.server.run.Bills;
import io.atmoshub.server.run.ClaimedRun;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Writes down what every call of a model used and cost, whatever becomes of the run: a bill may come from a thread
/// that was interrupted, after its run was stopped, taken over or its session deleted. So each is written on a thread
/// and in a transaction of its own, and again while the database can't be reached.
@Service
public final class UsageLedger implements Bills {
    private static final System.Logger LOG = System.getLogger(UsageLedger.class.getName());
    private static final int ATTEMPTS = 8;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Tx tx;
    private final Clock clock;
    private final HubModels models;
    private final ThreadFactory threads;
    private final AtomicInteger open = new AtomicInteger();

    /// The id makes writing it twice writing it once.
    private record Entry(
            UUID id,
            Instant at,
            ClaimedRun run,
            Spent spent,
            @Nullable BigDecimal cost) {}

    @Inject
    public UsageLedger(Tx tx, Clock clock, HubModels models, ThreadFactory threads) {
        this.tx = tx;
        this.clock = clock;
        this.models = models;
        this.threads = threads;
    }

    @Override
    public void add(ClaimedRun run, Spent spent) {
        BigDecimal cost = models.price(spent.usage()).orElse(null);
        Entry entry = new Entry(UUID.randomUUID(), clock.instant(), run, spent, cost);
        open.incrementAndGet();
        Thread writer = threads.newThread(() -> write(entry));
        writer.start();
        try {
            // Mostly a moment: who hears that the run is over then finds its bill.
            if (!writer.join(PATIENCE)) {
                LOG.log(Level.DEBUG, "Usage of run {0} is still being written down", run.id());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void settle(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (open) {
            while (open.get() > 0 && deadline - System.nanoTime() > 0) {
                open.wait(Math.max(
                        1, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
            }
        }
    }

    private void write(Entry entry) {
        try {
            for (int attempt = 1; !written(entry, attempt); attempt++) {
                Thread.sleep(Duration.ofMillis(250L << attempt));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (open) {
                open.decrementAndGet();
                open.notifyAll();
            }
        }
    }

    private boolean written(Entry entry, int attempt) {
        try {
            insert(entry);
            return true;
        } catch (RuntimeException e) {
            if (attempt == ATTEMPTS) {
                LOG.log(
                        Level.ERROR,
                        "Not written down: " + entry.spent() + " of run "
                                + entry.run().id(),
                        e);
                return true;
            }
            LOG.log(Level.WARNING, "Usage could not be written down; trying again", e);
            return false;
        }
    }

    private void insert(Entry entry) {
        Usage usage = entry.spent().usage();
        Duration firstWord = entry.spent().firstWord();
        tx.run(em -> Sql.update(
                em,
                """
                insert into model_usage (id, at, run_id, session_id, project_id, person_id, provider, model, input, cached,
                    cache_creation, output, estimated, cost, first_word_ms)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as int)) on conflict (id) do nothing
                """,
                entry.id(),
                entry.at(),
                entry.run().id().value(),
                entry.run().session().value(),
                entry.run().project().value(),
                entry.run().asker().id().value(),
                usage.provider(),
                usage.model(),
                usage.input(),
                usage.cached(),
                usage.cacheCreation(),
                usage.output(),
                usage.estimated(),
                entry.cost(),
                firstWord == null ? null : (int) Math.min(Integer.MAX_VALUE, firstWord.toMillis())));
    }
}
