package io.atmoshub.gotemplate;

import java.time.Duration;

/// How much one execution may use. Templates come from people, and some of them loop.
///
/// @param output characters of output, and of any single text on the way there
/// @param steps nodes, calls, iterations, and work done by functions (copying eight characters counts as one)
/// @param depth nesting of blocks, parentheses and templates while executing, and of values that are printed or copied
/// @param time from start to end
public record Limits(int output, long steps, int depth, Duration time) {

    /// Enough for any component of any project seen so far, and over in seconds for what never ends.
    public static final Limits DEFAULT = new Limits(16 << 20, 20_000_000, 500, Duration.ofSeconds(10));

    public Limits {
        if (output < 1 || steps < 1 || depth < 1 || !time.isPositive()) {
            throw new IllegalArgumentException("Every limit is at least 1.");
        }
    }

    public Limits withOutput(int newOutput) {
        return new Limits(newOutput, steps, depth, time);
    }

    public Limits withSteps(long newSteps) {
        return new Limits(output, newSteps, depth, time);
    }

    public Limits withDepth(int newDepth) {
        return new Limits(output, steps, newDepth, time);
    }

    public Limits withTime(Duration newTime) {
        return new Limits(output, steps, depth, newTime);
    }
}
