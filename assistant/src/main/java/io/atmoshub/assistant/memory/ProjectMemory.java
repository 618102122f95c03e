package io.atmoshub.assistant.memory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is remembered of a project: a Markdown text as its title and sections. Changing a section changes no byte of
/// any other; `text` is what was read, byte for byte.
public record ProjectMemory(String preamble, List<Section> sections) {
    /// Where dated learnings go.
    public static final String LEARNINGS = "recent_learnings";

    /// More than this nobody wrote by hand.
    public static final int LONGEST = 2 * 1024 * 1024;

    private static final Pattern ITEM = Pattern.compile("\\s{0,3}(?:[-*+]|\\d+[.)])\\s.*", Pattern.DOTALL);

    public ProjectMemory {
        sections = List.copyOf(sections);
    }

    public static ProjectMemory parse(String text) {
        List<String> lines = TextLines.of(text);
        List<Section> sections = new MemoryReader(lines).sections();
        int first = sections.isEmpty() ? lines.size() : sections.getFirst().line() - 1;
        return new ProjectMemory(String.join("", lines.subList(0, first)), sections);
    }

    public String text() {
        StringBuilder text = new StringBuilder(preamble);
        sections.forEach(section -> text.append(section.text()));
        return text.toString();
    }

    /// The keys of all sections.
    public String keys() {
        return sections.stream().map(Section::key).collect(Collectors.joining(", "));
    }

    /// By its key or its heading. A key also means the one section whose key goes on after it: `frequent_issues` is
    /// "Frequent Issues & Solutions".
    public Optional<Section> section(String asked) {
        String key = Section.keyOf(asked);
        Optional<Section> exact =
                sections.stream().filter(section -> section.key().equals(key)).findFirst();
        List<Section> longer = sections.stream()
                .filter(section -> section.key().startsWith(key + "_"))
                .toList();
        return exact.isPresent() || longer.size() != 1 ? exact : Optional.of(longer.getFirst());
    }

    /// With this as all that stands in a section; one that is not there is added at the end.
    public ProjectMemory replaced(String asked, String text) {
        Optional<Section> found = section(asked);
        String clean = cleaned(text, found.map(Section::title).orElse(Section.titleOf(asked)));
        return found.map(section -> with(section, clean)).orElseGet(() -> added(asked, clean));
    }

    /// With this after what stands in a section.
    public ProjectMemory appended(String asked, String text) {
        Optional<Section> found = section(asked);
        String clean = cleaned(text, found.map(Section::title).orElse(Section.titleOf(asked)));
        if (clean.isEmpty()) {
            throw new MemoryException("There is nothing to append.", "Say what to write down.");
        }
        return found.map(section -> following(section, clean)).orElseGet(() -> added(asked, clean));
    }

    /// With a learning under its date; one that is there already is refused.
    public ProjectMemory learned(String asked, String learning, LocalDate on) {
        String line = learning.strip().replaceAll("\\s+", " ");
        boolean known = section(asked).stream()
                .flatMap(section -> section.body().lines())
                .anyMatch(there -> there.strip()
                        .replaceFirst("^- (\\d{4}-\\d{2}-\\d{2}: )?", "")
                        .equals(line));
        if (known) {
            throw new MemoryException("This is remembered already.", "Nothing needs to be written.");
        }
        return appended(asked, line.isEmpty() ? "" : "- %s: %s".formatted(on, line));
    }

    private ProjectMemory with(Section section, String clean) {
        String end = TextLines.ending(text());
        return withBody(section, clean.isEmpty() ? "" : end + ended(clean, end) + end, end);
    }

    private ProjectMemory following(Section section, String clean) {
        String core = section.body().substring(0, TextLines.blankTail(section.body()));
        if (core.isEmpty()) {
            return with(section, clean);
        }
        String end = TextLines.ending(text());
        boolean list = ITEM.matcher(TextLines.of(core).getLast()).matches()
                && ITEM.matcher(clean).matches();
        String before = core.endsWith("\n") ? core : core + end;
        return withBody(section, before + (list ? "" : end) + ended(clean, end) + end, end);
    }

    private ProjectMemory withBody(Section section, String core, String end) {
        boolean last = section.equals(sections.getLast());
        String tail = section.body().substring(TextLines.blankTail(section.body()));
        String heading = section.heading().endsWith("\n") ? section.heading() : section.heading() + end;
        String body = core + (last ? "" : tail.isEmpty() ? end : tail);
        List<Section> all = new ArrayList<>(sections);
        int at = sections.indexOf(section);
        all.set(at, new Section(section.key(), section.title(), section.level(), section.line(), heading, body));
        return checked(new ProjectMemory(preamble, all), at);
    }

    private ProjectMemory added(String asked, String clean) {
        String before = text();
        String end = TextLines.ending(before);
        boolean flat = !sections.isEmpty() && sections.stream().allMatch(section -> section.level() == 1);
        String gap = before.isEmpty() ? "" : before.endsWith("\n") ? end : end + end;
        String title = Section.titleOf(asked.strip().replaceAll("[\\r\\n#]+", " "));
        // The gap belongs to the new section: what was there stays as it was.
        String heading = "%s%s %s%s".formatted(gap, flat ? "#" : "##", title, end);
        List<Section> all = new ArrayList<>(sections);
        String body = clean.isEmpty() ? "" : end + ended(clean, end) + end;
        all.add(new Section(Section.keyOf(title), title, flat ? 1 : 2, 0, heading, body));
        return checked(new ProjectMemory(preamble, all), sections.size());
    }

    private static String ended(String clean, String end) {
        return end.equals("\n") ? clean : clean.replace("\n", end);
    }

    /// What was written must be read again as the same sections, or it would swallow or split others.
    private ProjectMemory checked(ProjectMemory made, int at) {
        String text = made.text();
        if (text.length() > LONGEST) {
            throw new MemoryException(
                    "The memory would be longer than %,d characters.".formatted(LONGEST), "Take something out first.");
        }
        ProjectMemory again = parse(text);
        boolean same = again.sections().size() == made.sections().size();
        for (int i = 0; same && i < made.sections().size(); i++) {
            Section read = again.sections().get(i);
            same = read.title().equals(made.sections().get(i).title())
                    && (i == at
                            || i == at - 1
                            || read.text().equals(made.sections().get(i).text()));
        }
        if (!same) {
            throw new MemoryException(
                    "The text would change where sections begin or end.",
                    "Use headings from ### on, and close every code block and comment; update other sections one by one.");
        }
        return again;
    }

    /// Without blank ends, and without the section's own heading, which people and models like to repeat.
    private static String cleaned(String text, String title) {
        String plain = text.replace("\r\n", "\n").replace('\r', '\n');
        List<String> lines = new ArrayList<>(plain.lines().toList());
        while (!lines.isEmpty() && lines.getFirst().isBlank()) {
            lines.removeFirst();
        }
        if (!lines.isEmpty()
                && lines.getFirst().matches(" {0,3}#{1,2}[ \\t].*")
                && Section.keyOf(lines.getFirst().replaceAll("#", "")).equals(Section.keyOf(title))) {
            lines.removeFirst();
            while (!lines.isEmpty() && lines.getFirst().isBlank()) {
                lines.removeFirst();
            }
        }
        return String.join("\n", lines).stripTrailing();
    }
}
