package io.atmoshub.gotemplate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One operand of a command: a literal, a field, a variable, a function, or a pipeline in parentheses.
sealed interface Operand {

    int at();

    /// Its value where it is an argument.
    @Nullable
    Object value(Run run, @Nullable Object dot);

    /// Its value where it comes first and may have arguments.
    default @Nullable Object invoke(Run run, @Nullable Object dot, List<Operand> arguments, @Nullable Object last) {
        run.step(at());
        if (!arguments.isEmpty() || last != Mark.NONE) {
            throw new FunctionException("only functions and methods take arguments, and this is neither.");
        }
        return value(run, dot);
    }

    /// Text, number, truth value; `nil` as an argument.
    record Literal(int at, @Nullable Object constant) implements Operand {
        @Override
        public @Nullable Object value(Run run, @Nullable Object dot) {
            return constant;
        }
    }

    record Dot(int at) implements Operand {
        @Override
        public @Nullable Object value(Run run, @Nullable Object dot) {
            return dot;
        }
    }

    record Field(int at, List<String> names) implements Operand {
        @Override
        public @Nullable Object value(Run run, @Nullable Object dot) {
            return invoke(run, dot, List.of(), Mark.NONE);
        }

        @Override
        public @Nullable Object invoke(Run run, @Nullable Object dot, List<Operand> arguments, @Nullable Object last) {
            run.step(at);
            return run.follow(at, dot, names, dot, arguments, last);
        }
    }

    /// @param names the fields behind the variable
    record Variable(int at, int slot, List<String> names) implements Operand {
        @Override
        public @Nullable Object value(Run run, @Nullable Object dot) {
            return names.isEmpty() ? run.get(slot) : run.follow(at, run.get(slot), names, dot, List.of(), Mark.NONE);
        }

        @Override
        public @Nullable Object invoke(Run run, @Nullable Object dot, List<Operand> arguments, @Nullable Object last) {
            if (names.isEmpty()) {
                return Operand.super.invoke(run, dot, arguments, last);
            }
            run.step(at);
            return run.follow(at, run.get(slot), names, dot, arguments, last);
        }
    }

    /// `(pipeline).Name` or `function.Name`.
    record Chain(int at, Operand head, List<String> names) implements Operand {
        @Override
        public @Nullable Object value(Run run, @Nullable Object dot) {
            return invoke(run, dot, List.of(), Mark.NONE);
        }

        @Override
        public @Nullable Object invoke(Run run, @Nullable Object dot, List<Operand> arguments, @Nullable Object last) {
            run.step(at);
            var receiver = head.value(run, dot);
            return run.follow(at, receiver == Mark.NIL ? null : receiver, names, dot, arguments, last);
        }
    }

    /// @param number which of the template's function names this is
    record Name(int at, String name, int number) implements Operand {
        @Override
        public @Nullable Object value(Run run, @Nullable Object dot) {
            return invoke(run, dot, List.of(), Mark.NONE);
        }

        @Override
        public @Nullable Object invoke(Run run, @Nullable Object dot, List<Operand> arguments, @Nullable Object last) {
            run.step(at);
            var function = run.function(number);
            if (function instanceof Builtins.Logic logic) {
                return run.shortCircuit(logic == Builtins.Logic.OR, name, dot, arguments, last);
            }
            return run.call(at, name, function, dot, arguments, last);
        }
    }

    record Group(Pipeline pipeline) implements Operand {
        @Override
        public int at() {
            return pipeline.at();
        }

        @Override
        public @Nullable Object value(Run run, @Nullable Object dot) {
            run.enter(pipeline.at());
            var value = pipeline.evaluate(run, dot);
            run.leave();
            return value;
        }
    }
}
