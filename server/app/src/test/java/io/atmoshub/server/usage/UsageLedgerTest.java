package io.atmoshub.server.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.assistant.conversation.Spent;
import io.atmoshub.assistant.model.Usage;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.testing.Cast;
import io.atmoshub.hub.testing.Spending;
import io.atmoshub.hub.usage.UsageBy;
import io.atmoshub.hub.usage.UsageFilter;
import io.atmoshub.hub.usage.UsageSum;
import io.atmoshub.server.run.ClaimedRun;
import io.atmoshub.server.testing.HubFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageLedgerTest {
    @TempDir
    Path folder;

    private HubFixture hub;
    private Hub ana;
    private SessionId session;

    @BeforeEach
    void open() throws IOException {
        hub = new HubFixture(folder);
        ana = hub.as(Cast.ANA);
        session = ana.sessions()
                .create(new NewSession(hub.project(), null, Visibility.PRIVATE))
                .id();
    }

    @AfterEach
    void close() {
        hub.stop();
    }

    @Test
    void aBillFromAThreadThatWasInterruptedIsWrittenDown() throws Exception {
        ClaimedRun run = run();
        Thread stopped = Thread.ofVirtual().start(() -> {
            Thread.currentThread().interrupt();
            hub.node.ledger.add(run, new Spent(usage("claude-sonnet-4-5-20250929"), Duration.ofMillis(1_500)));
        });
        stopped.join();
        hub.node.ledger.settle(Duration.ofSeconds(20));

        UsageSum sum = ana.usages().session(session);
        assertThat(sum.tokens()).isEqualTo(1_100_000);
        assertThat(sum.cost()).isEqualByComparingTo("4.5");
        assertThat(sum.firstWordMillis()).isEqualTo(1_500);
    }

    @Test
    void aBillOutlivesADatabaseThatIsAwayForAMoment() throws Exception {
        hub.node.tx.cut(true);
        hub.node.ledger.add(run(), new Spent(usage("gpt-5"), null));
        hub.node.tx.cut(false);
        hub.node.ledger.settle(Duration.ofSeconds(20));

        assertThat(ana.usages().session(session).calls()).isEqualTo(1);
        assertThat(ana.usages().session(session).firstWordMillis()).isNull();
    }

    @Test
    void whatWasSpentStaysAsItWasPriced() {
        hub.spend(Cast.ANA, session, Spending.sonnet());
        // As if it had been dearer then.
        hub.database
                .tx()
                .run(em -> em.createNativeQuery("update model_usage set cost = 40 where session_id = ?1")
                        .setParameter(1, session.value())
                        .executeUpdate());
        hub.spend(Cast.ANA, session, Spending.sonnet());

        assertThat(ana.usages().session(session).cost()).isEqualByComparingTo("44.5");
    }

    @Test
    void aFileForSpreadsheetsHoldsNoFormulas() {
        UsageSum sum = new UsageSum("k", "=1+2 \"x\"", 2, 1, 2, 3, 4, new java.math.BigDecimal("0.5"), 0, 1, null);

        assertThat(UsageCsv.of(List.of(sum)))
                .isEqualTo(
                        "key,name,calls,input,cached,cache_creation,output,cost_usd,unpriced_calls,estimated_calls,first_word_ms\r\n"
                                + "\"k\",\"'=1+2 \"\"x\"\"\",2,1,2,3,4,0.5,0,1,\r\n");
    }

    @Test
    void whatBelongsToNobodyHereIsStillCounted() throws Exception {
        ClaimedRun strangers = new ClaimedRun(
                RunId.random(),
                SessionId.random(),
                UUID.randomUUID(),
                hub.project(),
                folder,
                new ClaimedRun.Asker(PersonId.random(), "gone", "127.0.0.1"),
                1,
                0,
                false);
        hub.node.ledger.add(strangers, new Spent(usage("gpt-5"), null));
        hub.node.ledger.settle(Duration.ofSeconds(20));

        assertThat(hub.as(Cast.ADMIN).usages().sums(UsageFilter.ALL, UsageBy.PERSON))
                .extracting(UsageSum::name)
                .containsExactly("somebody who left");
    }

    private ClaimedRun run() {
        return new ClaimedRun(
                RunId.random(),
                session,
                UUID.randomUUID(),
                hub.project(),
                folder,
                new ClaimedRun.Asker(ana.account().me().person().id(), "ana", "127.0.0.1"),
                1,
                0,
                false);
    }

    private static Usage usage(String model) {
        return new Usage(model.startsWith("claude") ? "anthropic" : "openai", model, 1_000_000, 0, 0, 100_000, false);
    }
}
