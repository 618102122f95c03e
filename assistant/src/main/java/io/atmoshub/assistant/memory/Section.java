package io.atmoshub.assistant.memory;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A part of the memory under one heading: `key` names it in settings and commands and is its own, `line` is where its
/// heading stands. `heading` and `body` are the text as it was written.
public record Section(String key, String title, int level, int line, String heading, String body) {
    /// Headings that the usual keys have in the files people write.
    private static final Map<String, String> USUAL = Map.of("frequent_issues", "Frequent Issues & Solutions");

    public String text() {
        return heading + body;
    }

    /// The line that its last line is.
    public int lastLine() {
        return line + Math.max(0, TextLines.of(text()).size() - 1);
    }

    /// `Stack Patterns` is `stack_patterns`.
    static String keyOf(String title) {
        String key = title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
        return key.isEmpty() ? "section" : key;
    }

    /// `stack_patterns` is `Stack Patterns`.
    static String titleOf(String key) {
        String usual = USUAL.get(key);
        if (usual != null) {
            return usual;
        }
        String title = Stream.of(key.strip().split("[_\\s]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
        return title.isEmpty() ? "Notes" : title;
    }
}
