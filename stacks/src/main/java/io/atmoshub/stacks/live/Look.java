package io.atmoshub.stacks.live;

import io.atmoshub.stacks.StackEngine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stacks at one moment. Does not change, and may be used by many threads.
///
/// @param good the stacks when they could last be understood
/// @param trouble why they are not those of now, if they are not
public record Look(@Nullable StackEngine good, Optional<Trouble> trouble) {
    public Look {
        if (good == null && trouble.isEmpty()) {
            throw new IllegalArgumentException("neither stacks nor a reason");
        }
    }

    /// The stacks, as they were last understood.
    ///
    /// @throws RuntimeException the trouble, when they never were
    public StackEngine engine() {
        if (good == null) {
            throw trouble.orElseThrow().cause();
        }
        return good;
    }
}
