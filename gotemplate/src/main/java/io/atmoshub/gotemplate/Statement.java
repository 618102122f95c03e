package io.atmoshub.gotemplate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a template that writes: text, or an action. Methods rather than a `switch`: this is the inner loop.
sealed interface Statement {

    /// How a statement ended: with the next one, or out of the loop around it.
    enum Flow {
        NEXT,
        BREAK,
        CONTINUE
    }

    Flow write(Run run, @Nullable Object dot);

    static Flow writeAll(List<Statement> statements, Run run, @Nullable Object dot) {
        for (int i = 0; i < statements.size(); i++) {
            var flow = statements.get(i).write(run, dot);
            if (flow != Flow.NEXT) {
                return flow;
            }
        }
        return Flow.NEXT;
    }

    record Text(String text) implements Statement {
        @Override
        public Flow write(Run run, @Nullable Object dot) {
            run.out().text(text);
            return Flow.NEXT;
        }
    }

    record Print(Pipeline pipeline) implements Statement {
        @Override
        public Flow write(Run run, @Nullable Object dot) {
            var value = pipeline.evaluate(run, dot);
            if (!pipeline.declares()) {
                run.at(pipeline.at());
                run.out().value(value);
            }
            return Flow.NEXT;
        }
    }

    record If(Pipeline condition, List<Statement> then, List<Statement> otherwise) implements Statement {
        @Override
        public Flow write(Run run, @Nullable Object dot) {
            run.enter(condition.at());
            var chosen = GoValue.truth(condition.evaluate(run, dot)) ? then : otherwise;
            var flow = writeAll(chosen, run, dot);
            run.leave();
            return flow;
        }
    }

    record With(Pipeline subject, List<Statement> then, List<Statement> otherwise) implements Statement {
        @Override
        public Flow write(Run run, @Nullable Object dot) {
            run.enter(subject.at());
            var value = subject.evaluate(run, dot);
            var flow = GoValue.truth(value) ? writeAll(then, run, value) : writeAll(otherwise, run, dot);
            run.leave();
            return flow;
        }
    }

    record Range(int at, Pipeline subject, List<Statement> body, List<Statement> otherwise) implements Statement {
        @Override
        public Flow write(Run run, @Nullable Object dot) {
            run.enter(at);
            var value = subject.evaluate(run, dot);
            run.at(at);
            var flow = Flow.NEXT;
            if (!Loop.over(run, this, value)) {
                flow = writeAll(otherwise, run, dot);
            }
            run.leave();
            return flow;
        }

        /// One round; false when the loop is to end.
        boolean round(Run run, @Nullable Object key, @Nullable Object element) {
            run.step(at);
            subject.assignRound(run, key, element);
            return writeAll(body, run, element) != Flow.BREAK;
        }
    }

    record Include(int at, String name, @Nullable Pipeline subject) implements Statement {
        @Override
        public Flow write(Run run, @Nullable Object dot) {
            run.at(at);
            var definition = run.definition(name);
            run.enter(at);
            var value = subject == null ? null : subject.evaluate(run, dot);
            run.include(definition, value);
            run.leave();
            return Flow.NEXT;
        }
    }

    record Break() implements Statement {
        @Override
        public Flow write(Run run, @Nullable Object dot) {
            return Flow.BREAK;
        }
    }

    record Continue() implements Statement {
        @Override
        public Flow write(Run run, @Nullable Object dot) {
            return Flow.CONTINUE;
        }
    }
}
