package io.atmoshub.hub.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.usage.UsageBy;
import io.atmoshub.hub.usage.UsageFilter;
import io.atmoshub.hub.usage.UsageSum;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// What holds for usage, however the hub is reached.
public abstract class UsagesContract extends Contract {
    @Test
    void aSessionThatAskedNobodyUsedNothing() {
        Session session = session(Visibility.SHARED);

        assertThat(ben.usages().session(session.id()))
                .isEqualTo(UsageSum.none(session.id().toString(), session.name().value()));
        ana.sessions().delete(session.id());
    }

    @Test
    void whatAPrivateSessionUsedIsItsOwners() {
        Session session = session(Visibility.PRIVATE);

        assertThat(ana.usages().session(session.id()).calls()).isZero();
        assertRefused(ErrorCode.NOT_FOUND, () -> ben.usages().session(session.id()));
        ana.sessions().delete(session.id());
    }

    @Test
    void onlyAdminsSeeWhatOthersUsed() {
        PersonId anas = ana.account().me().person().id();
        UsageFilter hers = new UsageFilter(null, null, anas, null, null);

        assertThat(ana.usages().sums(hers, UsageBy.PERSON))
                .allMatch(sum -> sum.key().equals(anas.toString()));
        assertThat(admin.usages().sums(hers, UsageBy.PERSON))
                .allMatch(sum -> sum.key().equals(anas.toString()));
        assertRefused(ErrorCode.NOT_ALLOWED, () -> ben.usages().sums(hers, UsageBy.DAY));
    }

    @Test
    void aTimeThatEndsBeforeItBeginsIsRefused() {
        LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);

        assertRefused(
                ErrorCode.INVALID_INPUT,
                () -> ana.usages().sums(UsageFilter.between(today, today.minusDays(1)), UsageBy.DAY));
        assertThat(ana.usages().sums(UsageFilter.between(today.minusDays(900), today.minusDays(800)), UsageBy.DAY))
                .isEmpty();
    }

    @Test
    void whatWasUsedIsSummedUp() {
        Session session = session(Visibility.PRIVATE);
        assumeTrue(fixture.spend(Cast.ANA, session.id(), Spending.sonnet()), "NO MODEL ANSWERS IN THIS HUB");
        fixture.spend(Cast.ANA, session.id(), Spending.sonnet());
        fixture.spend(Cast.BEN, session.id(), Spending.llama());

        UsageSum all = ana.usages().session(session.id());

        assertThat(all.calls()).isEqualTo(3);
        assertThat(all.tokens()).isEqualTo(2_200_593);
        assertThat(all.cached()).isEqualTo(20);
        assertThat(all.cacheCreation()).isEqualTo(3);
        assertThat(all.cost()).isEqualByComparingTo("9");
        assertThat(all.unpriced()).isEqualTo(1);
        assertThat(all.estimated()).isEqualTo(1);
        ana.sessions().delete(session.id());
    }

    @Test
    void sumsOfEveryKindAreTheCallersOwnOrForAdminsEverybodys() {
        Session session = session(Visibility.PRIVATE);
        assumeTrue(fixture.spend(Cast.ANA, session.id(), Spending.sonnet()), "NO MODEL ANSWERS IN THIS HUB");
        fixture.spend(Cast.BEN, session.id(), Spending.llama());
        String today = LocalDate.now(java.time.ZoneOffset.UTC).toString();

        for (UsageBy by : UsageBy.values()) {
            UsageSum mine = ben.usages().sums(UsageFilter.ALL, by).getFirst();
            assertThat(mine.cost()).as(by.name()).isEqualByComparingTo("0");
            assertThat(admin.usages().sums(UsageFilter.ALL, by).getFirst().cost())
                    .as(by.name())
                    .isGreaterThanOrEqualTo(Spending.sonnet().cost());
        }
        assertThat(ben.usages().sums(UsageFilter.ALL, UsageBy.DAY))
                .extracting(UsageSum::key)
                .contains(today);
        assertThat(ben.usages().sums(UsageFilter.ALL, UsageBy.MODEL))
                .extracting(UsageSum::name)
                .contains("ollama/llama3");
        assertThat(ben.usages().sums(UsageFilter.ALL, UsageBy.PERSON))
                .extracting(UsageSum::name)
                .containsExactly("Ben Okoro");
        assertThat(admin.usages()
                        .sums(
                                new UsageFilter(
                                        null,
                                        null,
                                        null,
                                        fixture.project(),
                                        Spending.llama().model()),
                                UsageBy.PROJECT))
                .hasSize(1);
        assertThat(admin.usages().sums(UsageFilter.ALL, UsageBy.SESSION))
                .filteredOn(sum -> sum.key().equals(session.id().toString()))
                .extracting(UsageSum::name)
                .containsExactly("a private session");
        ana.sessions().delete(session.id());
        assertThat(admin.usages().sums(UsageFilter.ALL, UsageBy.SESSION))
                .as("it has to be paid all the same")
                .anyMatch(sum ->
                        sum.key().equals(session.id().toString()) && sum.name().equals("a session that was deleted"));
    }

    private Session session(Visibility visibility) {
        return ana.sessions().create(new NewSession(fixture.project(), new SessionName("Ranges"), visibility));
    }
}
