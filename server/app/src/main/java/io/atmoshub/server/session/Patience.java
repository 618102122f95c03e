package io.atmoshub.server.session;

import io.atmoshub.server.settings.Settings;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// For how long a question of the assistant waits for people: seven days, or what the operator decided.
@Service
public final class Patience {
    static final String SETTING = "ATMOS_HUB_APPROVAL_DAYS";

    private final Clock clock;
    private final int days;

    @Inject
    public Patience(Clock clock, Settings settings) {
        this.clock = clock;
        this.days = settings.get(SETTING).map(Patience::days).orElse(7);
    }

    private static int days(String text) {
        if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > 365) {
            throw new IllegalArgumentException(
                    "%s is \"%s\"; it must be a whole number from 1 to 365.".formatted(SETTING, text));
        }
        return Integer.parseInt(text);
    }

    boolean isOver(Instant since) {
        return since.isBefore(latest());
    }

    /// What was asked before this has expired.
    Instant latest() {
        return clock.instant().minus(Duration.ofDays(days));
    }

    String words() {
        return days == 1 ? "a day" : days + " days";
    }
}
