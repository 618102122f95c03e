package io.atmoshub.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.atmoshub.hub.audit.AuditEntry;
import io.atmoshub.hub.audit.AuditLog;
import io.atmoshub.hub.audit.AuditVerdict;
import io.atmoshub.hub.audit.AuditVerifier;
import io.atmoshub.hub.testing.Cast;
import io.atmoshub.server.testing.TestDatabase;
import io.atmoshub.server.testing.TestIdentity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SealerTest {
    private TestDatabase database;
    private TestIdentity identity;
    private Sealer sealer;
    private AuditLog log;

    @BeforeEach
    void open() {
        database = new TestDatabase();
        identity = new TestIdentity(database.tx());
        sealer = new Sealer(database.tx(), identity.clock);
        log = new AuditLogForCaller(database.tx(), identity.access).as(identity.caller(Cast.ADMIN));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatHappenedIsChainedAndSigned() {
        happen("one");
        happen("two");

        assertThat(sealer.seal()).isEqualTo(2);

        assertThat(log.sealed(0, 10)).extracting(AuditEntry::object).containsExactly("one", "two");
        assertThat(log.checkpoints()).hasSize(1);
        assertThat(verdict()).isEqualTo(new AuditVerdict.Intact(2, 1, 2));
        assertThat(sealer.seal()).isZero();
    }

    @Test
    void anEntryOfASlowTransactionIsSealedLaterAndNeverLeftOut() throws Exception {
        CountDownLatch inserted = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<?> slow = threads.submit(() -> database.tx().run(em -> {
                identity.audit.record(em, AuditActor.HUB, "test.slow", object("slow"), Audit.OK, Map.of());
                em.flush();
                inserted.countDown();
                await(mayCommit);
            }));
            await(inserted);
            happen("fast");
            sealer.seal();
            mayCommit.countDown();
            slow.get();
        }
        sealer.seal();

        assertThat(log.sealed(0, 10)).extracting(AuditEntry::object).containsExactly("fast", "slow");
        assertThat(verdict()).isInstanceOf(AuditVerdict.Intact.class);
    }

    @Test
    void severalSealersAtOnceMakeOneChain() throws Exception {
        int count = 2 * Sealer.BATCH / 5;
        Callable<Integer> work = () -> {
            int sealed = 0;
            for (int i = 0; i < count / 4; i++) {
                happen("entry");
                sealed += new Sealer(database.tx(), identity.clock).seal();
            }
            return sealed;
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> done : threads.invokeAll(List.of(work, work, work, work))) {
                done.get();
            }
        }
        sealer.seal();

        assertThat(log.sealed(0, 1_000)).hasSize(count);
        assertThat(verdict()).isInstanceOf(AuditVerdict.Intact.class);
    }

    @Test
    void theServerCanNeitherChangeNorDropAnEntry() {
        happen("one");
        sealer.seal();

        for (String sql : List.of(
                "update audit_entry set actor = 'mallory'",
                "update audit_entry set seq = 7",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_checkpoint set seq = 7",
                "delete from audit_checkpoint",
                """
                insert into audit_entry
                    (id, at, actor, address, action, object_kind, object_id, object, outcome, detail, seq, hash)
                values (gen_random_uuid(), now(), '', '', '', '', '', '', '', '{}', 900, repeat('0', 64))
                """)) {
            assertThrows(SQLException.class, () -> run(database.logins().connectAsApp(), sql), sql);
        }
        assertThrows(
                SQLException.class,
                () -> run(database.logins().connectAsOwner(), "update audit_entry set actor = 'mallory'"));
    }

    @Test
    void whoOwnsTheDatabaseAndChangesAnEntryIsFoundOut() throws SQLException {
        happen("one");
        happen("two");
        happen("three");
        sealer.seal();

        run(
                database.logins().connectAsOwner(),
                "alter table audit_entry disable trigger all; update audit_entry set actor = 'mallory' where object = 'two'");

        assertThat(verdict())
                .isInstanceOfSatisfying(
                        AuditVerdict.Broken.class,
                        broken -> assertThat(broken.seq()).isEqualTo(2));
    }

    @Test
    void whoOwnsTheDatabaseAndCutsTheEndIsFoundOut() throws SQLException {
        happen("one");
        happen("two");
        sealer.seal();

        run(
                database.logins().connectAsOwner(),
                "alter table audit_entry disable trigger all; delete from audit_entry where object = 'two'");

        assertThat(verdict()).isEqualTo(new AuditVerdict.Cut(1, 2));
    }

    @Test
    void whatCannotBeStoredAsItIsIsStillRecorded() {
        happen("nul\0 and half \uD800 a pair " + "x".repeat(5_000));
        sealer.seal();

        assertThat(log.sealed(0, 1).getFirst().object())
                .startsWith("nul\uFFFD and half \uFFFD")
                .hasSize(2_000);
        assertThat(verdict()).isInstanceOf(AuditVerdict.Intact.class);
    }

    private void happen(String object) {
        database.tx()
                .run(em -> identity.audit.record(
                        em, AuditActor.HUB, "test.happen", object(object), Audit.OK, Map.of("b", "2", "a", "1")));
    }

    private AuditVerdict verdict() {
        AuditVerifier verifier = new AuditVerifier(log.checkpoints(), null);
        log.sealed(0, 1_000).forEach(verifier::feed);
        return verifier.verdict();
    }

    private static AuditObject object(String name) {
        return new AuditObject("test", "1", name);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (connection;
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
