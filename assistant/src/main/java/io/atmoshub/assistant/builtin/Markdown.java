package io.atmoshub.assistant.builtin;

import java.util.List;
import java.util.Locale;

/// How files are quoted in an answer.
final class Markdown {
    private Markdown() {}

    static String language(String path) {
        String low = path.toLowerCase(Locale.ROOT);
        String name = low.endsWith(".tmpl") ? low.substring(0, low.length() - 5) : low;
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return switch (extension) {
            case "yaml", "yml" -> "yaml";
            case "tf", "hcl", "tfvars" -> "hcl";
            case "md" -> "markdown";
            case "json", "sh", "go", "java", "py", "toml", "xml" -> extension;
            default -> "text";
        };
    }

    /// The lines in a fence that they can't close.
    static String fence(String language, List<String> lines) {
        int ticks = 3;
        for (String line : lines) {
            int run = line.strip().length() - line.strip().replaceAll("^`+", "").length();
            ticks = Math.max(ticks, run + 1);
        }
        String fence = "`".repeat(ticks);
        return fence + language + "\n" + String.join("\n", lines) + "\n" + fence + "\n";
    }

    /// Lines of one file, named and fenced.
    static String quote(String path, List<Looks.Line> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        int from = lines.getFirst().number();
        int to = lines.getLast().number();
        String where = from == to ? "line %d".formatted(from) : "lines %d–%d".formatted(from, to);
        return "`%s`, %s:\n\n%s"
                .formatted(
                        path,
                        where,
                        fence(
                                language(path),
                                lines.stream().map(Looks.Line::text).toList()));
    }

    static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ").strip();
    }

    /// For a sentence: the first few, and how many more there are.
    static String some(List<String> items, int most) {
        String shown = String.join(
                ", ", items.stream().limit(most).map(i -> "`" + i + "`").toList());
        return items.size() > most ? shown + " and %d more".formatted(items.size() - most) : shown;
    }
}
