package io.atmoshub.assistant.memory;

import io.atmoshub.hub.text.LineDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A proposal laid over a file that somebody edited since the proposal was made: by section, and within a section by
/// line. What both changed in the same place is for a person; nothing of either is lost.
public sealed interface MemoryMerge {
    /// Both are in it.
    record Merged(String text) implements MemoryMerge {}

    /// Both changed these sections in the same place.
    record Conflict(List<Clash> clashes) implements MemoryMerge {
        public Conflict {
            clashes = List.copyOf(clashes);
        }

        /// What each side did, to be shown.
        public String words() {
            return clashes.stream().map(Clash::words).collect(Collectors.joining("\n"));
        }
    }

    /// One section as it was, as it is now, and as it was proposed; none where it is not there.
    record Clash(
            String key,
            @Nullable String base,
            @Nullable String current,
            @Nullable String proposed) {
        String words() {
            return "%s was changed meanwhile:\n%s\nand the proposal changes it like this:\n%s\n"
                    .formatted(key, side(current), side(proposed));
        }

        private String side(@Nullable String side) {
            return side == null
                    ? "(the section was taken out)"
                    : LineDiff.between(base == null ? "" : base, side).changes().stream()
                            .map(LineDiff.Line::signed)
                            .collect(Collectors.joining("\n"));
        }
    }

    /// @param base what the proposal was made from
    /// @param current what is there now
    static MemoryMerge of(String base, String current, String proposed) {
        if (base.equals(current) || current.equals(proposed)) {
            return new Merged(proposed);
        }
        if (base.equals(proposed)) {
            return new Merged(current);
        }
        ProjectMemory from = ProjectMemory.parse(base);
        ProjectMemory here = ProjectMemory.parse(current);
        ProjectMemory wanted = ProjectMemory.parse(proposed);
        List<Clash> clashes = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        one("preamble", from.preamble(), here.preamble(), wanted.preamble(), clashes)
                .ifPresent(text::append);
        // In the order of the file as it is now.
        for (Section section : here.sections()) {
            one(section.key(), textOf(from, section.key()), section.text(), textOf(wanted, section.key()), clashes)
                    .ifPresent(piece -> join(text, piece));
        }
        for (Section section : wanted.sections()) {
            if (textOf(here, section.key()) == null) {
                one(section.key(), textOf(from, section.key()), null, section.text(), clashes)
                        .ifPresent(piece -> join(text.append(gap(text, piece)), piece));
            }
        }
        return clashes.isEmpty() ? new Merged(text.toString()) : new Conflict(clashes);
    }

    /// A section that came last may end without a line's end, and another one comes after it now.
    private static void join(StringBuilder text, String piece) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append(TextLines.ending(piece));
        }
        text.append(piece);
    }

    /// A new section stands after a blank line.
    private static String gap(StringBuilder text, String piece) {
        String end = TextLines.ending(piece);
        String before = text.toString();
        if (before.isEmpty() || before.endsWith("\n\n") || before.endsWith("\n\r\n")) {
            return "";
        }
        return before.endsWith("\n") ? end : end + end;
    }

    private static Optional<String> one(
            String key,
            @Nullable String base,
            @Nullable String current,
            @Nullable String proposed,
            List<Clash> clashes) {
        if (same(base, proposed) || same(current, proposed)) {
            return Optional.ofNullable(current);
        }
        if (same(base, current)) {
            return Optional.ofNullable(proposed).map(text -> current == null ? text : core(text) + tail(current));
        }
        Optional<String> merged = current == null || proposed == null
                ? Optional.empty()
                : LineMerge.of(base == null ? "" : core(base), core(current), core(proposed))
                        .map(text -> text + tail(current));
        if (merged.isEmpty()) {
            clashes.add(new Clash(key, base, current, proposed));
        }
        return merged;
    }

    /// The blank lines behind a section say where it stands and not what it says.
    private static boolean same(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return core(one).equals(core(other));
    }

    private static String core(String text) {
        return text.substring(0, TextLines.blankTail(text));
    }

    private static String tail(String text) {
        return text.substring(TextLines.blankTail(text));
    }

    private static @Nullable String textOf(ProjectMemory memory, String key) {
        return memory.sections().stream()
                .filter(section -> section.key().equals(key))
                .map(Section::text)
                .findFirst()
                .orElse(null);
    }
}
