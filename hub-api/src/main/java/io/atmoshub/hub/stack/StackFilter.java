package io.atmoshub.hub.stack;

import java.util.Arrays;
import java.util.Locale;

/// Stacks that have a component of which every word is in its own name or in its stack's; without words, all.
public record StackFilter(String text) {
    public static final StackFilter ALL = new StackFilter("");

    public StackFilter {
        text = text.strip().toLowerCase(Locale.ROOT);
    }

    public boolean matches(String stack, String component) {
        String where = stack.toLowerCase(Locale.ROOT);
        String what = component.toLowerCase(Locale.ROOT);
        return Arrays.stream(text.split("\\s+")).allMatch(word -> where.contains(word) || what.contains(word));
    }
}
