package io.atmoshub.project.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The parser's complaints in words that help.
final class YamlProblems {
    private YamlProblems() {}

    static YamlException explained(String file, String text, Origin last, YamlEngineException problem) {
        if (problem instanceof ReaderException unreadable) {
            return new YamlException(
                    place(file, text, unreadable.getPosition()),
                    "The character U+%04X may not stand in YAML.".formatted(unreadable.getCodePoint()),
                    "Remove it, or write it as an escape between double quotes.");
        }
        if (!(problem instanceof MarkedYamlEngineException marked)) {
            return new YamlException(
                    last, "This is not YAML: %s.".formatted(problem.getMessage()), "Look at what stands here.");
        }
        Optional<Mark> mark = marked.getProblemMark().or(marked::getContextMark);
        Origin origin = mark.map(at -> new Origin(file, at.getLine() + 1, at.getColumn() + 1))
                .orElse(last);
        String said = marked.getProblem() == null ? String.valueOf(marked.getMessage()) : marked.getProblem();
        if (tabAt(text, origin)) {
            return new YamlException(origin, "A tab indents this line.", "YAML takes only spaces there: replace it.");
        }
        if (said.contains("mapping values are not allowed")) {
            return new YamlException(
                    origin,
                    "A second \": \" stands in one line, or this line is indented differently from the ones above.",
                    "Put a value with \": \" in it in quotes, or line the keys up.");
        }
        if (said.contains("could not find expected ':'")) {
            return new YamlException(
                    origin,
                    "A key before this place has no \":\" after it.",
                    "Add it, or indent the text as part of a value.");
        }
        if (said.contains("unexpected end of stream") || said.contains("found unexpected end")) {
            return new YamlException(origin, "A quote is opened and never closed.", "Close it.");
        }
        if (said.contains("expected <block end>")) {
            return new YamlException(
                    origin, "This line is indented differently from the ones it belongs to.", "Line it up with them.");
        }
        return new YamlException(
                origin, "This is not YAML: %s.".formatted(said), "Look at the indentation, quotes and brackets here.");
    }

    /// Keys of a `<<` that the mapping does not have itself. Of several mappings the first to have a key wins.
    static void mergeInto(YamlMapping.Builder mapping, YamlNode from) {
        switch (from) {
            case YamlMapping other ->
                other.forEach(entry -> {
                    if (!mapping.has(entry.key())) {
                        mapping.put(entry);
                    }
                });
            case YamlNode.Sequence several
            when several.items().stream().allMatch(YamlMapping.class::isInstance) ->
                several.items().forEach(each -> mergeInto(mapping, each));
            case YamlNode.Sequence several -> throw notMergeable(several.origin());
            case YamlNode.Scalar scalar -> throw notMergeable(scalar.origin());
        }
    }

    private static YamlException notMergeable(Origin origin) {
        return new YamlException(
                origin,
                "What \"<<\" merges has to be a mapping or a list of mappings.",
                "Name one with an alias: <<: *name.");
    }

    private static boolean tabAt(String text, Origin origin) {
        int start = 0;
        for (int line = 1; line < origin.line() && start >= 0; line++) {
            start = text.indexOf('\n', start) + 1;
        }
        int end = Math.min(text.length(), start + origin.column());
        String before = text.substring(start, Math.max(start, end));
        return before.indexOf('\t') >= 0 && before.strip().length() <= 1;
    }

    private static Origin place(String file, String text, int position) {
        String before = text.substring(
                0,
                Math.min(
                        text.length(),
                        text.offsetByCodePoints(0, Math.min(position, text.codePointCount(0, text.length())))));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Origin(file, line, before.length() - before.lastIndexOf('\n'));
    }
}
