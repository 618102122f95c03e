package io.atmoshub.gotemplate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `$a, $b := command | command`: the value of each command is the last argument of the next.
///
/// @param slots where the variables on the left live
/// @param ranges whether this stands behind `range`, which sets the variables itself, round by round
record Pipeline(int at, List<Command> commands, List<Integer> slots, boolean ranges) {

    boolean declares() {
        return !slots.isEmpty();
    }

    @Nullable
    Object evaluate(Run run, @Nullable Object dot) {
        @Nullable Object value = Mark.NONE;
        for (int i = 0; i < commands.size(); i++) {
            value = commands.get(i).evaluate(run, dot, value);
            if (value == Mark.NIL) {
                value = null;
            }
        }
        if (!ranges && !slots.isEmpty()) {
            run.set(slots.get(0), value);
        }
        return value;
    }

    void assignRound(Run run, @Nullable Object key, @Nullable Object element) {
        if (slots.size() == 1) {
            run.set(slots.get(0), element);
        } else if (slots.size() == 2) {
            run.set(slots.get(0), key);
            run.set(slots.get(1), element);
        }
    }
}
