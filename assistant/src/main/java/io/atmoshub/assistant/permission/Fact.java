package io.atmoshub.assistant.permission;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What is known of one side of a call, such as its stack. What nobody knows counts against the call: rules that
/// deny or ask cover it, rules that allow don't.
public sealed interface Fact {
    /// A value longer than this is as good as unknown: looking through it would take too long.
    int LONGEST = 20_000;

    /// @param ways several ways to name it: a stack's environments go by their stage or by their region
    /// @param hints names that only rules that deny or ask look at, such as the parts of a stack's name
    record Known(List<Set<String>> ways, Set<String> hints) implements Fact {
        public Known {
            ways = ways.stream().map(Set::copyOf).toList();
            hints = Set.copyOf(hints);
        }
    }

    /// Nothing to compare with.
    enum Absent implements Fact {
        /// The call is about nothing of this kind.
        NONE,
        /// The call is or may be about something of this kind, and nobody can say what.
        UNKNOWN
    }

    static Fact of(String value) {
        return all(Set.of(value));
    }

    /// Several at once: whoever allows must mean all of them.
    static Fact all(Set<String> values) {
        boolean tooLong = values.stream().anyMatch(value -> value.length() > LONGEST);
        return tooLong || values.isEmpty() ? Absent.UNKNOWN : new Known(List.of(values), Set.of());
    }

    /// Known, and all of it is meant.
    default boolean surely(List<NamePattern> patterns) {
        return switch (this) {
            case Known known ->
                known.ways().stream()
                        .anyMatch(way -> !way.isEmpty()
                                && way.stream()
                                        .allMatch(value -> patterns.stream().anyMatch(each -> each.means(value))));
            case Absent _ -> false;
        };
    }

    /// Not known to be something else.
    default boolean perhaps(List<NamePattern> patterns) {
        return switch (this) {
            case Known known ->
                Stream.concat(known.ways().stream().flatMap(Set::stream), known.hints().stream())
                        .anyMatch(value -> patterns.stream().anyMatch(each -> each.looksLike(value)));
            case Absent absent -> absent == Absent.UNKNOWN;
        };
    }
}
