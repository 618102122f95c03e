package io.atmoshub.gotemplate;

/// What one execution has used of its limits.
final class Budget {

    private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 4096;

    private final Limits limits;
    private final long deadline;
    private long steps;
    private long nextLook = STEPS_BETWEEN_LOOKS_AT_THE_CLOCK;
    private int depth;

    Budget(Limits limits) {
        this.limits = limits;
        this.deadline = System.nanoTime() + limits.time().toNanos();
    }

    Limits limits() {
        return limits;
    }

    void spend(long more) {
        steps += more;
        if (steps > limits.steps() || steps < 0) {
            throw new LimitReached("the template takes too long: it is limited to " + limits.steps() + " steps.");
        }
        if (steps >= nextLook) {
            nextLook = steps + STEPS_BETWEEN_LOOKS_AT_THE_CLOCK;
            lookAtTheClock();
        }
    }

    void lookAtTheClock() {
        if (System.nanoTime() - deadline > 0) {
            throw new LimitReached("the template takes too long: it is limited to "
                    + limits.time().toMillis() + " ms.");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new LimitReached("the execution was interrupted.");
        }
    }

    void enter() {
        if (++depth > limits.depth()) {
            throw new LimitReached("this is nested too deep, or calls itself without end: it is limited to "
                    + limits.depth() + " levels.");
        }
    }

    void leave() {
        depth--;
    }

    int depth() {
        return depth;
    }

    /// To be asked before a text of this length is made.
    void text(long length) {
        if (length > limits.output()) {
            throw new LimitReached("a text gets too long: it is limited to " + limits.output() + " characters.");
        }
        spend(length >> 3);
    }
}
