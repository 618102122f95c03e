package io.atmoshub.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.hub.HubException;
import io.atmoshub.hub.audit.AuditFilter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TypedFilterTest {
    private static AuditFilter parse(String typed) {
        return TypedFilter.parse(typed, ZoneOffset.UTC).toFilter();
    }

    @Test
    void nothingTypedIsEverything() {
        assertThat(parse("  ")).isEqualTo(AuditFilter.ALL);
    }

    @Test
    void partsAreKeysWithValues() {
        assertThat(parse("actor:ana action:tool.* object:\"prod vpc\" outcome:denied"))
                .isEqualTo(new AuditFilter("ana", "tool.*", "prod vpc", "denied", null, null));
    }

    @Test
    void aWordAloneLooksInObjects() {
        assertThat(parse("vpc").object()).isEqualTo("*vpc*");
    }

    @Test
    void aDayIsAllOfItWhereThePersonIs() {
        AuditFilter filter = TypedFilter.parse("from:2026-11-01 to:2026-11-01", ZoneId.of("Europe/Berlin"))
                .toFilter();

        assertThat(filter.from()).isEqualTo(Instant.parse("2026-10-31T23:00:00Z"));
        assertThat(filter.to()).isEqualTo(Instant.parse("2026-11-01T23:00:00Z"));
    }

    @Test
    void anExactTimeIsTakenAsIs() {
        assertThat(parse("from:2026-11-01T08:00:00Z").from()).isEqualTo(Instant.parse("2026-11-01T08:00:00Z"));
    }

    @Test
    void unknownKeysAndTimesAreExplained() {
        assertThatThrownBy(() -> parse("who:ana"))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("who:");
        assertThatThrownBy(() -> parse("from:yesterday"))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("yesterday");
    }

    @Test
    void theExportFiltersAlike() {
        assertThat(TypedFilter.parse("actor:ana object:\"a&b\" from:2026-11-01", ZoneOffset.UTC)
                        .query("csv"))
                .isEqualTo("format=csv&actor=ana&object=a%26b&from=2026-11-01T00%3A00%3A00Z");
    }
}
