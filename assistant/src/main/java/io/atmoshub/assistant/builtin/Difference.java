package io.atmoshub.assistant.builtin;

import io.atmoshub.hub.text.LineDiff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What differs between two environments, or two files: pairs of files whose paths differ in just that
/// word, compared line by line; only a component's part of them when the question names one.
record Difference(List<String> words, List<String> files) implements Reply {
    private static final Set<String> ENVIRONMENTS = Set.of(
            "dev", "development", "staging", "stage", "prod", "production", "test", "qa", "uat", "sandbox", "preview");
    private static final Set<String> SAYING = Set.of(
            "differs",
            "differ",
            "difference",
            "differences",
            "different",
            "compare",
            "compared",
            "comparison",
            "diff",
            "versus",
            "vs",
            "between",
            "and",
            "in",
            "for",
            "the",
            "what",
            "is",
            "are",
            "how",
            "does",
            "do",
            "of",
            "to",
            "with",
            "stack",
            "stacks",
            "component",
            "components",
            "environment",
            "environments",
            "me",
            "show",
            "tell",
            "please",
            "from",
            "a",
            "on",
            "there",
            "which");
    private static final int MOST_PAIRS = 3;
    private static final int LONGEST = 1_500;

    private record Pair(String left, String right) {}

    @Override
    public Optional<String> reply(Looks looks) {
        if (files.size() >= 2) {
            return compared(looks, List.of(new Pair(files.get(0), files.get(1))), Optional.empty());
        }
        List<String> environments = words.stream()
                .map(Difference::shortName)
                .filter(ENVIRONMENTS::contains)
                .distinct()
                .toList();
        if (environments.size() < 2) {
            return Optional.of(
                    "Between what? Name two environments (\"What differs between dev and prod for platform?\")"
                            + " or two files (\"Compare stacks/a.yaml and stacks/b.yaml\").");
        }
        return looks.list("stacks/").flatMap(seen -> {
            List<String> subject = words.stream()
                    .filter(word -> !SAYING.contains(word) && !ENVIRONMENTS.contains(shortName(word)))
                    .toList();
            List<Pair> pairs = pairs(seen.paths(), environments.get(0), environments.get(1));
            List<Pair> fitting = pairs.stream()
                    .filter(pair -> subject.stream().anyMatch(word -> ("/" + pair.left()).contains("/" + word)))
                    .toList();
            // What no path names is looked for inside the files, as a component.
            Optional<String> component = subject.stream()
                    .filter(word -> pairs.stream().noneMatch(pair -> ("/" + pair.left()).contains("/" + word)))
                    .findFirst();
            List<Pair> chosen = (fitting.isEmpty() ? pairs : fitting)
                    .stream()
                            .sorted(Comparator.comparingInt(
                                            (Pair pair) -> pair.left().length())
                                    .thenComparing(Pair::left))
                            .limit(component.isPresent() ? 6 : MOST_PAIRS)
                            .toList();
            if (chosen.isEmpty()) {
                return Optional.of("I found no two files under `stacks/` whose paths differ only in %s and %s."
                        .formatted(environments.get(0), environments.get(1)));
            }
            return compared(looks, chosen, component);
        });
    }

    private static String shortName(String word) {
        return switch (word) {
            case "production" -> "prod";
            case "development" -> "dev";
            default -> word;
        };
    }

    private static List<Pair> pairs(List<String> paths, String left, String right) {
        List<Pair> pairs = new ArrayList<>();
        for (String path : paths) {
            String other = path.replaceAll("(?<![A-Za-z0-9])" + left + "(?![A-Za-z0-9])", right);
            if (!other.equals(path) && paths.contains(other)) {
                pairs.add(new Pair(path, other));
            }
        }
        return pairs;
    }

    private static Optional<String> compared(Looks looks, List<Pair> pairs, Optional<String> component) {
        boolean complete = true;
        for (Pair pair : pairs) {
            // One after the other, so that all of them are asked for at once.
            complete &= looks.read(pair.left()).isPresent();
            complete &= looks.read(pair.right()).isPresent();
        }
        if (!complete) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (Pair pair : pairs) {
            Looks.Seen left = looks.read(pair.left()).orElseThrow();
            Looks.Seen right = looks.read(pair.right()).orElseThrow();
            if (!left.ok() || !right.ok()) {
                text.append((left.ok() ? right : left).output().strip()).append('\n');
                continue;
            }
            compare(
                    text,
                    part(left.read(pair.left()), component),
                    part(right.read(pair.right()), component),
                    pair,
                    component);
        }
        if (text.isEmpty()) {
            component.ifPresent(c -> text.append(
                    "None of the files I compared says anything about `%s` itself; there it is what it inherits."
                            .formatted(c)));
        }
        return Optional.of(text + "\nThis compares what the files say; what they import comes on top.");
    }

    private static void compare(
            StringBuilder text, List<Looks.Line> left, List<Looks.Line> right, Pair pair, Optional<String> component) {
        if (component.isPresent() && left.isEmpty() && right.isEmpty()) {
            return;
        }
        String what = component.map(c -> "`%s` in ".formatted(c)).orElse("");
        text.append("### %s`%s` and `%s`\n\n".formatted(what, pair.left(), pair.right()));
        LineDiff difference = LineDiff.between(texts(left), texts(right));
        long removed = count(difference, LineDiff.Kind.REMOVED);
        long added = count(difference, LineDiff.Kind.ADDED);
        if (removed + added == 0) {
            text.append("They say the same.\n\n");
            return;
        }
        text.append("%d lines only in the first (−), %d only in the second (+)".formatted(removed, added));
        if (!left.isEmpty() && !right.isEmpty()) {
            text.append("; from line %d and line %d"
                    .formatted(left.getFirst().number(), right.getFirst().number()));
        }
        text.append(".\n\n").append(Markdown.fence("diff", shown(difference))).append('\n');
    }

    private static List<String> texts(List<Looks.Line> lines) {
        return lines.stream().limit(LONGEST).map(Looks.Line::text).toList();
    }

    private static long count(LineDiff difference, LineDiff.Kind kind) {
        return difference.lines().stream().filter(line -> line.kind() == kind).count();
    }

    /// With two lines around each change, and what lies between two changes left out.
    private static List<String> shown(LineDiff difference) {
        List<LineDiff.Line> lines = difference.around(2);
        int from = lines.getFirst().kind() == LineDiff.Kind.GAP ? 1 : 0;
        int to = lines.size() - (lines.getLast().kind() == LineDiff.Kind.GAP ? 1 : 0);
        return lines.subList(from, to).stream().map(LineDiff.Line::signed).toList();
    }

    /// The lines under the component's name, by their indentation; the whole file without a component.
    private static List<Looks.Line> part(List<Looks.Line> lines, Optional<String> component) {
        if (component.isEmpty()) {
            return lines;
        }
        List<Looks.Line> part = new ArrayList<>();
        int indent = -1;
        for (Looks.Line line : lines) {
            String text = line.text().stripTrailing();
            int depth = text.length() - text.stripLeading().length();
            if (indent >= 0 && !text.isEmpty() && depth <= indent) {
                break;
            }
            String key = text.strip();
            if (indent < 0
                    && key.endsWith(":")
                    && (key.equals(component.get() + ":") || key.startsWith(component.get() + "/"))) {
                indent = depth;
            }
            if (indent >= 0) {
                part.add(line);
            }
        }
        return part;
    }
}
