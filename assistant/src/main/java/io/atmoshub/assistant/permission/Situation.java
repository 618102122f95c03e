package io.atmoshub.assistant.permission;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who has the assistant work, and where: what holds for every call of a run.
///
/// @param login who asked, or nothing when nobody knows
/// @param role their role as it is now
/// @param environments what a stack's environments are
public record Situation(
        @Nullable String login, @Nullable String role, String agent, Function<String, Fact> environments) {
    public static final String GENERAL = "general";

    static final Situation UNKNOWN = new Situation(null, null, GENERAL, _ -> Fact.Absent.UNKNOWN);

    /// The same with another agent at work.
    public Situation with(String otherAgent) {
        return new Situation(login, role, otherAgent, environments);
    }

    public Fact person() {
        return login == null ? Fact.Absent.UNKNOWN : Fact.of(login);
    }

    public Fact roleFact() {
        return role == null ? Fact.Absent.UNKNOWN : Fact.of(role);
    }
}
