package io.atmoshub.server.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/// The clock of the server. It ticks in microseconds, which is what the database keeps: a time reads the
/// same before and after it was stored.
@Dependent
public class Time {
    private static final Duration TICK = Duration.ofNanos(1_000);

    @Produces
    @Dependent
    public static Clock clock() {
        return Clock.tick(Clock.systemUTC(), TICK);
    }
}
