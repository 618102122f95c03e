package io.atmoshub.assistant.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a component does: its resources, variables and outputs, and the stacks that use it. When there is
/// no component of this name, the words are searched for.
record AboutComponent(String name, Reply otherwise) implements Reply {
    private static final Pattern RESOURCE =
            Pattern.compile("^(resource|module|data)\\s+\"([^\"]+)\"(?:\\s+\"([^\"]+)\")?.*");
    private static final Pattern NAMED = Pattern.compile("^(variable|output)\\s+\"([^\"]+)\".*");
    private static final Pattern SAYS = Pattern.compile("^\\s+(description|default|type)\\s*=\\s*(.+)$");

    private record Entry(String kind, String name, String type, String standard, String description) {}

    @Override
    public Optional<String> reply(Looks looks) {
        var files = looks.list("components/");
        if (files.isEmpty()) {
            return Optional.empty();
        }
        List<String> paths = files.get().paths();
        Optional<String> component = meant(Inventory.components(paths));
        if (component.isEmpty()) {
            return otherwise.reply(looks);
        }
        String folder = Inventory.folder(component.get(), paths);
        List<String> sources = paths.stream()
                .filter(path -> path.startsWith(folder + "/") && path.endsWith(".tf"))
                .filter(path -> path.indexOf('/', folder.length() + 1) < 0)
                .limit(6)
                .toList();
        List<Looks.Line> lines = new ArrayList<>();
        boolean complete = true;
        for (String source : sources) {
            var seen = looks.read(source);
            complete &= seen.isPresent();
            seen.ifPresent(s -> lines.addAll(s.read(source)));
        }
        var uses = looks.search(component.get());
        if (!complete || uses.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(described(component.get(), folder, sources, lines, uses.get()));
    }

    /// The whole name, or its last part when that is enough.
    private Optional<String> meant(List<String> components) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return components.stream()
                .filter(c -> c.equalsIgnoreCase(wanted))
                .findFirst()
                .or(() -> components.stream()
                        .filter(c ->
                                List.of(c.toLowerCase(Locale.ROOT).split("/")).contains(wanted))
                        .findFirst());
    }

    private static String described(
            String component, String folder, List<String> sources, List<Looks.Line> lines, Looks.Seen uses) {
        StringBuilder text = new StringBuilder(
                "## %s\n\nTerraform in `%s`: %s.\n".formatted(component, folder, Markdown.some(sources, 6)));
        List<Looks.Line> resources = lines.stream()
                .filter(line -> RESOURCE.matcher(line.text()).matches())
                .toList();
        if (!resources.isEmpty()) {
            text.append("\n**What it makes**\n\n");
            for (Looks.Line line : resources) {
                Matcher parts = RESOURCE.matcher(line.text());
                if (parts.matches()) {
                    text.append("- %s `%s`%s, %s\n"
                            .formatted(
                                    parts.group(1),
                                    parts.group(2),
                                    parts.group(3) == null ? "" : " `" + parts.group(3) + "`",
                                    line.reference()));
                }
            }
            Looks.Line first = resources.getFirst();
            List<Looks.Line> block = lines.stream()
                    .filter(line -> line.path().equals(first.path()) && line.number() >= first.number())
                    .limit(30)
                    .toList();
            int end = 0;
            while (end < block.size() && !block.get(end).text().startsWith("}")) {
                end++;
            }
            text.append('\n').append(Markdown.quote(first.path(), block.subList(0, Math.min(end + 1, block.size()))));
        }
        List<Entry> entries = entries(lines);
        table(text, entries.stream().filter(e -> e.kind().equals("variable")).toList());
        List<Entry> outputs =
                entries.stream().filter(e -> e.kind().equals("output")).toList();
        if (!outputs.isEmpty()) {
            text.append("\n**What it gives**\n\n");
            outputs.forEach(o -> text.append("- `%s` %s\n".formatted(o.name(), o.description())));
        }
        List<String> used = uses.found().stream()
                .map(Looks.Line::path)
                .filter(path -> path.startsWith("stacks/"))
                .distinct()
                .toList();
        if (!used.isEmpty()) {
            text.append("\n**Where stacks name it:** ")
                    .append(Markdown.some(used, 10))
                    .append('\n');
        }
        return text.toString();
    }

    private static void table(StringBuilder text, List<Entry> variables) {
        if (variables.isEmpty()) {
            return;
        }
        text.append("\n**What it takes**\n\n| variable | type | default | |\n| --- | --- | --- | --- |\n");
        for (Entry v : variables) {
            text.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            v.name(),
                            Markdown.cell(v.type()),
                            v.standard().isEmpty() ? "*required*" : "`" + Markdown.cell(v.standard()) + "`",
                            Markdown.cell(v.description())));
        }
    }

    private static List<Entry> entries(List<Looks.Line> lines) {
        List<Entry> entries = new ArrayList<>();
        for (Looks.Line line : lines) {
            Matcher head = NAMED.matcher(line.text());
            if (head.matches()) {
                entries.add(new Entry(head.group(1), head.group(2), "", "", ""));
                continue;
            }
            Matcher says = SAYS.matcher(line.text());
            if (says.matches() && !entries.isEmpty()) {
                Entry e = entries.removeLast();
                String value = says.group(2).strip();
                entries.add(
                        switch (says.group(1)) {
                            case "type" -> new Entry(e.kind(), e.name(), value, e.standard(), e.description());
                            case "default" -> new Entry(e.kind(), e.name(), e.type(), value, e.description());
                            default ->
                                new Entry(e.kind(), e.name(), e.type(), e.standard(), value.replaceAll("^\"|\"$", ""));
                        });
            }
        }
        return entries;
    }
}
