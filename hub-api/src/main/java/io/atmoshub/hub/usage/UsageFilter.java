package io.atmoshub.hub.usage;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.project.ProjectId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which usage to sum up: from one day to another, both included, in UTC; of a person, a project, a model. All, when
/// empty.
public record UsageFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable PersonId person,
        @Nullable ProjectId project,
        @Nullable ModelRef model) {
    public static final UsageFilter ALL = new UsageFilter(null, null, null, null, null);

    public UsageFilter {
        if (from != null && until != null && until.isBefore(from)) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "Nothing is from %s until %s.".formatted(from, until),
                    "Put the earlier day first.");
        }
    }

    public static UsageFilter between(LocalDate from, LocalDate until) {
        return new UsageFilter(from, until, null, null, null);
    }
}
