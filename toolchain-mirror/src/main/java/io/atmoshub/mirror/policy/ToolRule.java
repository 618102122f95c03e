package io.atmoshub.mirror.policy;

import io.atmoshub.toolchain.version.VersionWish;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What holds for the tools that a pattern names: why they are denied, or which versions are allowed; and for which
/// teams, all without any.
public record ToolRule(
        String tool,
        List<String> teams,
        @Nullable String denied,
        @Nullable String versions,
        Demands demands) {
    public ToolRule {
        teams = List.copyOf(teams);
    }

    boolean concerns(Candidate wanted) {
        return named(tool, wanted.tool())
                && (teams.isEmpty() || wanted.team().filter(teams::contains).isPresent());
    }

    Optional<Refusal> refuses(Candidate wanted) {
        String hint = "Ask an admin for an exception, if it has to be this one.";
        if (denied != null) {
            return Optional.of(
                    new Refusal("%s is not allowed%s: %s".formatted(wanted.tool(), wanted.forTeam(), denied), hint));
        }
        if (versions != null && !accepts(versions, wanted.number())) {
            return Optional.of(new Refusal(
                    "%s is not allowed%s; allowed: %s.".formatted(wanted, wanted.forTeam(), versions), hint));
        }
        return Optional.empty();
    }

    /// `hashicorp/*`, `*/terraform`.
    static boolean named(String pattern, String tool) {
        return Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), Pattern.CASE_INSENSITIVE)
                .matcher(tool)
                .matches();
    }

    static boolean accepts(String versions, String number) {
        return switch (VersionWish.parse(versions)) {
            case VersionWish.Latest() -> true;
            case VersionWish.Exact(String exact) -> number.equals(exact.replaceFirst("^v(?=\\d)", ""));
            case VersionWish.Within within -> within.accepts(number);
        };
    }
}
