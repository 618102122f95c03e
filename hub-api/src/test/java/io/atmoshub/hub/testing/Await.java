package io.atmoshub.hub.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what comes soon, and says what did not come.
public final class Await {
    public static final Duration SOON = Duration.ofSeconds(20);

    private Await() {}

    public static void until(String what, BooleanSupplier condition) {
        until(what, condition, SOON);
    }

    public static void until(String what, BooleanSupplier condition, Duration most) {
        some(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty(), most);
    }

    public static <T> T some(String what, Supplier<Optional<T>> attempt) {
        return some(what, attempt, SOON);
    }

    private static <T> T some(String what, Supplier<Optional<T>> attempt, Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        while (true) {
            Optional<T> result = attempt.get();
            if (result.isPresent()) {
                return result.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Within %d s this did not happen: %s".formatted(most.toSeconds(), what));
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
