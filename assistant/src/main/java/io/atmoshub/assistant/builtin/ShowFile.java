package io.atmoshub.assistant.builtin;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file by its path, or by its name when the path is not quite right; a folder is listed.
record ShowFile(String path) implements Reply {
    private static final int MOST_LINES = 160;
    private static final Pattern MEANT = Pattern.compile("Did you mean ([^,?]+)");
    private static final Pattern BLOCK = Pattern.compile("^(resource|module|data|variable|output)\\s+\"([^\"]+)\".*");
    private static final Pattern IMPORT = Pattern.compile("^\\s*- ([\\w./-]+)$");

    @Override
    public Optional<String> reply(Looks looks) {
        if (path.endsWith("/")) {
            return folder(looks);
        }
        return looks.read(path).flatMap(seen -> {
            if (seen.ok()) {
                return Optional.of(shown(path, seen));
            }
            Matcher meant = MEANT.matcher(seen.output());
            if (meant.find()) {
                String other = meant.group(1).strip();
                return looks.read(other)
                        .map(near -> near.ok()
                                ? "There is no `%s`; this is the nearest.\n\n%s".formatted(path, shown(other, near))
                                : near.output());
            }
            if (seen.output().contains("is a folder")) {
                return folder(looks);
            }
            if (seen.output().startsWith("There is no file")) {
                return new Find(path)
                        .reply(looks)
                        .map(found ->
                                "There is no file `%s`. I searched for the name instead.\n\n%s".formatted(path, found));
            }
            return Optional.of("I can't show that. " + seen.output().strip());
        });
    }

    private Optional<String> folder(Looks looks) {
        String folder = path.endsWith("/") ? path : path + "/";
        return looks.list(folder).map(seen -> {
            List<String> paths = seen.paths();
            if (paths.isEmpty()) {
                return "There is no file under `%s`.".formatted(folder);
            }
            StringBuilder text = new StringBuilder("`%s` holds %d files:\n\n".formatted(folder, paths.size()));
            paths.stream().limit(80).forEach(p -> text.append("- `").append(p).append("`\n"));
            return text.toString();
        });
    }

    private static String shown(String path, Looks.Seen seen) {
        List<Looks.Line> lines = seen.read(path);
        if (lines.isEmpty()) {
            return "`%s` is empty.".formatted(path);
        }
        List<Looks.Line> quoted = lines.subList(0, Math.min(MOST_LINES, lines.size()));
        String rest = seen.cut() || lines.size() > MOST_LINES
                ? "\nThe file goes on after line %d.".formatted(quoted.getLast().number())
                : "";
        return about(path, lines) + Markdown.quote(path, quoted) + rest;
    }

    /// A sentence on what the file holds, as far as its form tells.
    private static String about(String path, List<Looks.Line> lines) {
        List<String> blocks = lines.stream()
                .map(line -> BLOCK.matcher(line.text()))
                .filter(Matcher::matches)
                .map(block -> block.group(1) + " " + block.group(2))
                .distinct()
                .toList();
        if (!blocks.isEmpty()) {
            return "It declares %s.\n\n".formatted(Markdown.some(blocks, 12));
        }
        boolean stack = path.endsWith(".yaml") || path.endsWith(".yml");
        List<String> imports = !stack
                ? List.of()
                : lines.stream()
                        .dropWhile(line -> !line.text().startsWith("import:"))
                        .skip(1)
                        .takeWhile(line -> line.text().isBlank() || line.text().startsWith(" "))
                        .map(line -> IMPORT.matcher(line.text()))
                        .filter(Matcher::matches)
                        .map(found -> found.group(1))
                        .toList();
        return imports.isEmpty() ? "" : "It imports %s.\n\n".formatted(Markdown.some(imports, 8));
    }
}
