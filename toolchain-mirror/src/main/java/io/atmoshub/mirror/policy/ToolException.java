package io.atmoshub.mirror.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Versions that are allowed in spite of the rules: why, and until the end of which day.
public record ToolException(String tool, String versions, String reason, LocalDate until) {
    boolean allows(Candidate wanted, Instant now) {
        return ToolRule.named(tool, wanted.tool())
                && ToolRule.accepts(versions, wanted.number())
                && !now.atZone(ZoneOffset.UTC).toLocalDate().isAfter(until);
    }
}
