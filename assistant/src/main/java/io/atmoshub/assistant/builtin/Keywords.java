package io.atmoshub.assistant.builtin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Anything else: looks for the words, shows the lines where most of them meet, and quotes from the
/// documentation when that is where they are.
record Keywords(List<String> words) implements Reply {
    private static final int MOST_LINES = 12;

    private record Place(Looks.Line line, Set<String> words) {}

    @Override
    public Optional<String> reply(Looks looks) {
        if (words.isEmpty()) {
            return Optional.of("I did not find a word in your question to look for.\n\n" + Help.TEXT);
        }
        Map<Looks.Line, Set<String>> places = new LinkedHashMap<>();
        boolean complete = true;
        for (String word : words) {
            var seen = looks.search(word);
            complete &= seen.isPresent();
            // A line that is a question itself is no answer.
            seen.ifPresent(s -> s.found().stream()
                    .filter(line -> !line.text().endsWith("?"))
                    .forEach(line ->
                            places.computeIfAbsent(line, _ -> new HashSet<>()).add(word)));
        }
        if (!complete) {
            return Optional.empty();
        }
        if (places.isEmpty()) {
            return Optional.of("I searched this project for %s and found nothing.\n\n%s"
                    .formatted(Markdown.some(words, 5), Help.TEXT));
        }
        Map<String, Set<String>> files = new HashMap<>();
        places.forEach((line, found) -> {
            Set<String> inFile = files.computeIfAbsent(line.path(), _ -> new HashSet<>());
            inFile.addAll(found);
            words.stream()
                    .filter(word -> line.path().toLowerCase(Locale.ROOT).contains(word))
                    .forEach(inFile::add);
        });
        List<Place> best = places.entrySet().stream()
                .map(entry -> new Place(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt((Place p) -> -weight(p.words()))
                        .thenComparing(p -> -weight(files.getOrDefault(p.line().path(), Set.of())))
                        .thenComparing(p -> p.line().path())
                        .thenComparing(p -> p.line().number()))
                .limit(MOST_LINES)
                .toList();
        Optional<String> document = files.keySet().stream()
                .filter(path -> path.endsWith(".md"))
                .max(Comparator.comparingInt((String path) ->
                                weight(files.getOrDefault(path, Set.of())) + (headed(path, places.keySet()) ? 20 : 0))
                        .thenComparing(Comparator.reverseOrder()));
        if (document.isPresent() && isAbout(document.get(), files, places.keySet())) {
            var seen = looks.read(document.get());
            if (seen.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(answer(best, section(document.get(), seen.get().read(document.get()))));
        }
        return Optional.of(answer(best, ""));
    }

    /// Half of the words are in it, or one is in a heading.
    private boolean isAbout(String path, Map<String, Set<String>> files, Set<Looks.Line> found) {
        return files.getOrDefault(path, Set.of()).size() * 2 >= words.size() || headed(path, found);
    }

    private static boolean headed(String path, Set<Looks.Line> found) {
        return found.stream()
                .anyMatch(line -> line.path().equals(path) && line.text().startsWith("#"));
    }

    /// Several words say more than one, a long word more than a short one.
    private static int weight(Set<String> found) {
        return found.stream().mapToInt(word -> 10 + Math.min(word.length(), 10)).sum();
    }

    private String answer(List<Place> places, String section) {
        StringBuilder text = new StringBuilder();
        text.append("I searched for %s.\n".formatted(Markdown.some(words, 5)));
        if (!section.isEmpty()) {
            text.append('\n').append(section);
        }
        Find.section(
                text, "Lines where they stand", places.stream().map(Place::line).toList());
        text.append("\nSay \"show\" and a path to see a whole file, or \"help\" for what else I understand.");
        return text.toString();
    }

    /// The part between two headings that holds most of the words.
    private String section(String path, List<Looks.Line> lines) {
        List<List<Looks.Line>> sections = new ArrayList<>();
        boolean code = false;
        for (Looks.Line line : lines) {
            code ^= line.text().strip().startsWith("```");
            if (sections.isEmpty() || (!code && line.text().startsWith("#"))) {
                sections.add(new ArrayList<>());
            }
            sections.getLast().add(line);
        }
        return sections.stream()
                .max(Comparator.comparingInt(this::hits))
                .filter(best -> hits(best) > 0)
                .map(best -> "From " + Markdown.quote(path, best.subList(0, Math.min(30, best.size()))))
                .orElse("");
    }

    private int hits(List<Looks.Line> section) {
        Set<String> found = new HashSet<>();
        for (Looks.Line line : section) {
            String low = line.text().endsWith("?") ? "" : line.text().toLowerCase(Locale.ROOT);
            words.stream().filter(low::contains).forEach(found::add);
        }
        return weight(found);
    }
}
