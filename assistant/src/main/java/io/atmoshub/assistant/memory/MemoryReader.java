package io.atmoshub.assistant.memory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the headings of a Markdown text, as CommonMark has them: not in code, not in comments.
final class MemoryReader {
    /// @param line the index of its first line, and `after` that of the line behind it
    record Heading(int level, String title, int line, int after) {}

    private static final Pattern ATX = Pattern.compile(" {0,3}(#{1,6})(?:[ \\t]+(.*))?");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})(.*)");
    private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(=+|-+)[ \\t]*");
    /// A line that can't be the words over an underline.
    private static final Pattern NO_PARAGRAPH = Pattern.compile(" {0,3}([-*+>#|<]|\\d+[.)]).*|\\t.*| {4}.*");

    private final List<String> lines;

    MemoryReader(List<String> lines) {
        this.lines = lines;
    }

    /// The section that each heading of the first two levels begins. A single heading of the first level over all
    /// others is the title and begins none.
    List<Section> sections() {
        List<Heading> headings =
                headings().stream().filter(heading -> heading.level() <= 2).toList();
        boolean title = !headings.isEmpty()
                && headings.getFirst().level() == 1
                && (headings.stream().filter(heading -> heading.level() == 1).count() == 1
                        || headings.stream().anyMatch(heading -> heading.level() == 2));
        List<Heading> starts = title ? headings.subList(1, headings.size()) : headings;
        Set<String> natural = new HashSet<>();
        starts.forEach(start -> natural.add(Section.keyOf(start.title())));
        Set<String> taken = new HashSet<>();
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            Heading start = starts.get(i);
            int end = i + 1 < starts.size() ? starts.get(i + 1).line() : lines.size();
            sections.add(new Section(
                    key(start.title(), natural, taken),
                    start.title(),
                    start.level(),
                    start.line() + 1,
                    String.join("", lines.subList(start.line(), start.after())),
                    String.join("", lines.subList(start.after(), end))));
        }
        return sections;
    }

    /// The second of the same name is `name_2`.
    private static String key(String title, Set<String> natural, Set<String> taken) {
        String key = Section.keyOf(title);
        if (taken.add(key)) {
            return key;
        }
        int number = 2;
        while (natural.contains(key + "_" + number) || !taken.add(key + "_" + number)) {
            number++;
        }
        return key + "_" + number;
    }

    private List<Heading> headings() {
        List<Heading> headings = new ArrayList<>();
        String fence = "";
        boolean comment = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = TextLines.bare(
                    i == 0 && lines.getFirst().startsWith("\uFEFF")
                            ? lines.getFirst().substring(1)
                            : lines.get(i));
            Matcher fenced = FENCE.matcher(line);
            if (!fence.isEmpty()) {
                if (fenced.matches()
                        && fenced.group(1).startsWith(fence)
                        && fenced.group(2).isBlank()) {
                    fence = "";
                }
            } else if (comment) {
                comment = !line.contains("-->");
            } else if (fenced.matches()
                    && !(fenced.group(1).startsWith("`") && fenced.group(2).contains("`"))) {
                fence = fenced.group(1);
            } else if (line.stripLeading().startsWith("<!--") && line.indexOf("<!--") < 4) {
                comment = line.indexOf("-->", line.indexOf("<!--") + 4) < 0;
            } else {
                heading(line, i, headings);
            }
        }
        return headings;
    }

    private void heading(String line, int at, List<Heading> headings) {
        Matcher atx = ATX.matcher(line);
        if (atx.matches()) {
            String title = atx.group(2) == null ? "" : atx.group(2).strip();
            headings.add(new Heading(
                    atx.group(1).length(), title.replaceAll("(^|[ \\t])#+$", "").strip(), at, at + 1));
            return;
        }
        Matcher underline = UNDERLINE.matcher(line);
        if (underline.matches() && at > 0) {
            String words = TextLines.bare(lines.get(at - 1));
            boolean alone = at == 1 || lines.get(at - 2).isBlank();
            if (alone && !words.isBlank() && !NO_PARAGRAPH.matcher(words).matches()) {
                headings.add(new Heading(underline.group(1).startsWith("=") ? 1 : 2, words.strip(), at - 1, at + 1));
            }
        }
    }
}
