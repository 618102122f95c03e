package io.atmoshub.mirror.policy;

import java.time.Instant;
import java.util.Optional;

/// A version that somebody wants: when upstream published it, as far as that is known, when this hub first heard of it,
/// whether its publisher vouches for the file, and for which team it is.
public record Candidate(
        String tool,
        String version,
        Optional<Instant> published,
        Instant firstSeen,
        boolean vouched,
        Optional<String> team) {
    /// The version as people write it: of the tag `kustomize/v5.0.0`, 5.0.0.
    String number() {
        String last = version.substring(version.lastIndexOf('/') + 1);
        return last.matches("v\\d.*") ? last.substring(1) : last;
    }

    /// From when on its age counts.
    Instant born() {
        return published.filter(firstSeen::isBefore).orElse(firstSeen);
    }

    @Override
    public String toString() {
        return tool + " " + number();
    }

    String forTeam() {
        return team.map(" for team %s"::formatted).orElse("");
    }
}
