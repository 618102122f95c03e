package io.atmoshub.assistant.builtin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes a file, which asks first: a new one, something at the end of one, or one text for another in it.
record Writing(String path, Map<String, Object> arguments) implements Reply {
    private static final Pattern FENCED = Pattern.compile("```[^\\n]*\\n(.*?)\\n?```", Pattern.DOTALL);
    private static final Pattern SWAP = Pattern.compile(
            "(?is)^.*?\\b(?:change|replace|update|edit)\\s+[`\"“']([^`\"”']+)[`\"”']\\s+(?:to|with|by|into)\\s+[`\"“']([^`\"”']*)[`\"”'].*");
    private static final Pattern WITH = Pattern.compile(
            "(?is)\\b(?:with(?: the)?(?: (?:content|contents|text|words|line))?|containing|saying|that says|which says)\\b:?\\s+(.+)$");

    static Reply of(String verb, String path, String text) {
        Matcher swap = SWAP.matcher(text);
        if (swap.matches()) {
            return new Swapping(path, swap.group(1), swap.group(2));
        }
        boolean whole = List.of("create", "make", "replace", "overwrite").contains(verb);
        String content = content(text, path);
        Map<String, Object> arguments = whole
                ? Map.of("path", path, "content", content)
                : Map.of("path", path, "content", content, "append", true);
        return new Writing(path, arguments);
    }

    @Override
    public Optional<String> reply(Looks looks) {
        return looks.call("file_write", arguments).map(seen -> outcome(path, seen));
    }

    private static String outcome(String path, Looks.Seen seen) {
        return switch (seen.outcome()) {
            case OK ->
                "Done: `%s` is written in this session's copy of the project; say \"show %s\" to see it."
                        .formatted(path, path);
            case DENIED -> "I did not write `%s`: it was denied.".formatted(path);
            case FAILED, CANCELLED, UNKNOWN ->
                "I could not write `%s`. %s".formatted(path, seen.output().strip());
        };
    }

    /// What is to be written: a fenced block, what follows "with" or a colon, else the words between verb and
    /// path.
    private static String content(String text, String path) {
        Matcher fenced = FENCED.matcher(text);
        if (fenced.find()) {
            return fenced.group(1) + "\n";
        }
        int place = text.indexOf(path);
        String after = text.substring(place + path.length())
                .replaceFirst("^[`\"']", "")
                .strip();
        Matcher with = WITH.matcher(after);
        if (with.find()) {
            return finished(with.group(1));
        }
        if (after.startsWith(":") || after.startsWith("\n")) {
            return finished(after.substring(after.startsWith(":") ? 1 : 0));
        }
        String between = text.substring(0, place)
                .replaceFirst("(?i)^(?:please |now |then |can you |could you |would you )*\\w+\\s+", "")
                .replaceFirst(
                        "(?i)\\s*\\b(?:to|into|in|at|as|on|(?:the |a )?(?:end of )?(?:the )?file(?: called| named)?)\\s*(?:the )?(?:file )?[`\"']?$",
                        "")
                .replaceFirst(
                        "(?i)^(?:a |an |the |this |down )*(?:short )?(?:note|line|sentence|file|text|entry|section)?\\s*(?:that says|saying|that|about|with)?\\s*:?\\s*",
                        "")
                .strip();
        if (!between.isEmpty()) {
            return finished(between);
        }
        String name = path.substring(path.lastIndexOf('/') + 1)
                .replaceAll("\\.[^.]*$", "")
                .replaceAll("[-_]+", " ");
        return after.isEmpty() ? "# %s%n".formatted(capital(name)) : finished(after);
    }

    private static String finished(String content) {
        String stripped = content.strip();
        boolean quoted = stripped.length() > 1
                && List.of("\"\"", "``", "“”")
                        .contains("" + stripped.charAt(0) + stripped.charAt(stripped.length() - 1));
        return (quoted ? stripped.substring(1, stripped.length() - 1) : capital(stripped)) + "\n";
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// One text for another, everywhere in a file.
    private record Swapping(String path, String before, String after) implements Reply {
        @Override
        public Optional<String> reply(Looks looks) {
            return looks.read(path).flatMap(seen -> {
                if (!seen.ok()) {
                    return Optional.of("I could not change `%s`. %s"
                            .formatted(path, seen.output().strip()));
                }
                if (seen.cut()) {
                    return Optional.of("`%s` is too long for me to change as a whole.".formatted(path));
                }
                String content = String.join(
                                "\n",
                                seen.read(path).stream().map(Looks.Line::text).toList()) + "\n";
                if (!content.contains(before)) {
                    return Optional.of("`%s` does not hold `%s`.".formatted(path, before));
                }
                Map<String, Object> arguments = Map.of("path", path, "content", content.replace(before, after));
                return looks.call("file_write", arguments).map(done -> outcome(path, done));
            });
        }
    }
}
