package io.atmoshub.mirror.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/// What a version has to be: how old at least, and whether its publisher has to vouch for it.
public record Demands(Duration age, boolean vouched) {
    static final Demands NONE = new Demands(Duration.ZERO, false);

    Optional<Refusal> unmet(Candidate wanted, Instant now, boolean fetched) {
        Instant from = wanted.born().plus(age);
        if (!age.isZero() && from.isAfter(now)) {
            return Optional.of(new Refusal(
                    "%s is not allowed yet%s: a version has to be %s old, and this one %sthis hub first saw on %s."
                            .formatted(
                                    wanted,
                                    wanted.forTeam(),
                                    words(age),
                                    wanted.published()
                                            .map(at -> "was published on %s and ".formatted(day(at)))
                                            .orElse(""),
                                    day(wanted.firstSeen())),
                    "It is allowed from %s on. Take an older one until then, or ask an admin for an exception."
                            .formatted(day(from))));
        }
        if (fetched && vouched && !wanted.vouched()) {
            return Optional.of(new Refusal(
                    "%s is not allowed%s: neither a digest of GitHub's nor a checksum of its publisher vouches for it."
                            .formatted(wanted, wanted.forTeam()),
                    "Take a version whose publisher does, or ask an admin for an exception."));
        }
        return Optional.empty();
    }

    private static String words(Duration age) {
        return age.toHours() % 24 == 0 ? age.toDays() + " days" : age.toHours() + " hours";
    }

    private static String day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
