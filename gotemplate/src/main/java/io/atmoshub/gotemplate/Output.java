package io.atmoshub.gotemplate;

import org.jspecify.annotations.Nullable;

/// What a template has written so far, and how values are written: as Go's `fmt` prints `%v`.
final class Output {

    private static final int MOST_AT_ONCE = 1 << 16;

    private final Budget budget;
    private final StringBuilder written;

    Output(Budget budget) {
        this(budget, 16);
    }

    /// @param expected about how many characters it will be
    Output(Budget budget, int expected) {
        this.budget = budget;
        this.written = new StringBuilder(Math.min(expected, MOST_AT_ONCE));
    }

    void text(String text) {
        if (written.length() + (long) text.length() > budget.limits().output()) {
            throw new LimitReached("the output gets too long: it is limited to "
                    + budget.limits().output() + " characters.");
        }
        budget.spend(1 + (text.length() >> 3));
        written.append(text);
    }

    /// A value at the top, where nothing is `<no value>`.
    void value(@Nullable Object value) {
        if (value == null) {
            text("<no value>");
        } else if (value instanceof String text) {
            text(text);
        } else {
            new Printer(budget, this::text).print(value);
        }
    }

    @Override
    public String toString() {
        return written.toString();
    }
}
