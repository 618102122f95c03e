package io.atmoshub.assistant.builtin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where something is defined or used: every line that names it, definitions first.
record Find(String term) implements Reply {
    private static final int MOST = 30;

    @Override
    public Optional<String> reply(Looks looks) {
        return looks.search(term).map(seen -> {
            if (!seen.ok()) {
                return "I can't search for that. " + seen.output().strip();
            }
            List<Looks.Line> found = seen.found();
            if (found.isEmpty()) {
                return "No line of this project's text files holds `%s`. Files that `.gitignore` or `.atmosignore` name are not searched."
                        .formatted(term);
            }
            List<Looks.Line> defined = found.stream().filter(this::defines).toList();
            List<Looks.Line> used = new ArrayList<>(found);
            used.removeAll(defined);
            StringBuilder text = new StringBuilder(
                    "`%s` stands in %d lines%s.\n".formatted(term, found.size(), seen.cut() ? " and more" : ""));
            section(text, "Defined", defined);
            section(text, defined.isEmpty() ? "Found" : "Used", used);
            return text.toString();
        });
    }

    private boolean defines(Looks.Line line) {
        String text = line.text();
        String quoted = java.util.regex.Pattern.quote(term);
        return text.matches("(?i)(variable|output|resource|module|data|locals?)\\b.*\"" + quoted + "\".*")
                || text.matches("(?i)[\"']?" + quoted + "[\"']?\\s*[:=]( .*)?");
    }

    static void section(StringBuilder text, String title, List<Looks.Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        text.append("\n**").append(title).append("**\n\n");
        Map<String, List<Looks.Line>> byFile = new LinkedHashMap<>();
        lines.stream()
                .limit(MOST)
                .forEach(line -> byFile.computeIfAbsent(line.path(), _ -> new ArrayList<>())
                        .add(line));
        byFile.forEach((path, inFile) -> inFile.forEach(line -> text.append("- ")
                .append(line.reference())
                .append(" ")
                .append(code(line.text()))
                .append('\n')));
        if (lines.size() > MOST) {
            text.append("- … and %d more\n".formatted(lines.size() - MOST));
        }
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text.replace('`', '\'') + "`";
    }
}
