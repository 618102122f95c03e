package io.atmoshub.gotemplate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One stage of a pipeline: an operand, with arguments where it is a function or method.
record Command(Operand head, List<Operand> arguments) {

    /// @param last the value of the stage before, or [Mark#NONE]
    @Nullable
    Object evaluate(Run run, @Nullable Object dot, @Nullable Object last) {
        return head.invoke(run, dot, arguments, last);
    }
}
