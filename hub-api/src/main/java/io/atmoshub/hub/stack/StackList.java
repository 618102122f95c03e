package io.atmoshub.hub.stack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of stacks as the files are now; while those can't be understood, as they last could be, and why not.
///
/// @param next the cursor that gets the next ones; none, no more
/// @param trouble why these are not the stacks of now, if they are not
public record StackList(
        List<StackSummary> items,
        @Nullable String next,
        @Nullable Finding trouble) {
    public StackList {
        items = List.copyOf(items);
    }
}
