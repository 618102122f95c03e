package io.atmoshub.hub.stack;

import org.jspecify.annotations.Nullable;

/// Something that is wrong with a project's stacks: where, if it is at one place, what, and a way out.
public record Finding(@Nullable Place at, String problem, String hint) {
    @Override
    public String toString() {
        return (at == null ? "" : at + ": ") + problem + (hint.isEmpty() ? "" : " " + hint);
    }
}
