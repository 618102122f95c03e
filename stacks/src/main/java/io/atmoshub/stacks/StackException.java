package io.atmoshub.stacks;

import io.atmoshub.project.yaml.Origin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Stacks that can't be understood as they are: where, what is wrong, and a way out.
public final class StackException extends RuntimeException {
    private final @Nullable Origin origin;
    private final String problem;
    private final String hint;

    public StackException(@Nullable Origin origin, String problem, String hint) {
        super((origin == null ? "" : origin + ": ") + problem + " " + hint);
        this.origin = origin;
        this.problem = problem;
        this.hint = hint;
    }

    public StackException(@Nullable Origin origin, String problem, String hint, Throwable cause) {
        this(origin, problem, hint);
        initCause(cause);
    }

    public Optional<Origin> origin() {
        return Optional.ofNullable(origin);
    }

    public String problem() {
        return problem;
    }

    public String hint() {
        return hint;
    }
}
