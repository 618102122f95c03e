package io.atmoshub.stacks;

import java.util.Set;

/// What is worked out in a component before it is shown.
///
/// @param templates render Go templates
/// @param functions run YAML functions, except those named in `skipped`
public record Processing(boolean templates, boolean functions, Set<String> skipped) {
    public static final Processing ALL = new Processing(true, true, Set.of());
    public static final Processing NONE = new Processing(false, false, Set.of());

    public Processing {
        skipped = Set.copyOf(skipped);
    }
}
