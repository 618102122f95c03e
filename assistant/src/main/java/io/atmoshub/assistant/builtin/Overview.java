package io.atmoshub.assistant.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What is in this project: what its README says first, its folders, what it tells an assistant.
record Overview() implements Reply {
    @Override
    public Optional<String> reply(Looks looks) {
        var readme = looks.read("README.md");
        var memory = looks.read("ATMOS.md");
        var files = looks.listAll();
        if (readme.isEmpty() || memory.isEmpty() || files.isEmpty()) {
            return Optional.empty();
        }
        List<String> paths = files.get().paths();
        StringBuilder text = new StringBuilder();
        List<Looks.Line> lines = readme.get().read("README.md");
        title(lines).ifPresent(title -> text.append("## ").append(title).append("\n\n"));
        firstParagraph(lines).ifPresent(p -> text.append(p).append(" (`README.md`)\n\n"));
        text.append("### What is where\n\n| folder | files |\n| --- | --- |\n");
        folders(paths).forEach((folder, count) -> text.append("| `%s` | %d |\n".formatted(folder, count)));
        List<String> top = paths.stream().filter(path -> path.indexOf('/') < 0).toList();
        if (!top.isEmpty()) {
            text.append("\nAt the top: ").append(Markdown.some(top, 12)).append(".\n");
        }
        List<String> components = Inventory.components(paths);
        if (!components.isEmpty()) {
            text.append("\n**%d components:** %s\n".formatted(components.size(), Markdown.some(components, 15)));
        }
        List<String> stacks = Inventory.stacks(paths);
        if (!stacks.isEmpty()) {
            text.append("\n**%d stack files:** %s\n".formatted(stacks.size(), Markdown.some(stacks, 6)));
        }
        List<Looks.Line> facts = memory.get().read("ATMOS.md").stream()
                .filter(line -> line.text().matches("\\*\\*.+\\*\\*.*\\S.*"))
                .toList();
        // Those that stand together; further down such lines are about something particular.
        facts = facts.stream()
                .filter(upTo(facts.isEmpty() ? 0 : facts.getFirst().number() + 10))
                .toList();
        if (!facts.isEmpty()) {
            text.append("\n### Good to know\n\nFrom `ATMOS.md`, line %d on:\n\n"
                    .formatted(facts.getFirst().number()));
            facts.forEach(fact -> text.append("- ").append(fact.text().strip()).append('\n'));
        }
        text.append("\nAsk on with \"What does the … component do?\" or \"What differs between dev and prod?\"");
        return Optional.of(text.toString());
    }

    private static Predicate<Looks.Line> upTo(int number) {
        return line -> line.number() <= number;
    }

    static Optional<String> title(List<Looks.Line> lines) {
        return lines.stream()
                .map(Looks.Line::text)
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2).strip())
                .findFirst();
    }

    private static Optional<String> firstParagraph(List<Looks.Line> lines) {
        List<String> paragraph = new ArrayList<>();
        for (Looks.Line line : lines) {
            String text = line.text().strip();
            boolean prose = !text.isEmpty() && !text.matches("[#`|<!\\[*-].*");
            if (prose) {
                paragraph.add(text);
            } else if (!paragraph.isEmpty()) {
                break;
            }
        }
        return paragraph.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", paragraph));
    }

    private static Map<String, Integer> folders(List<String> paths) {
        Map<String, Integer> folders = new TreeMap<>();
        for (String path : paths) {
            String[] names = path.split("/");
            if (names.length == 1) {
                continue;
            }
            String folder = names.length > 2 && List.of("stacks", "components").contains(names[0])
                    ? names[0] + "/" + names[1] + "/"
                    : names[0] + "/";
            folders.merge(folder, 1, Integer::sum);
        }
        return folders;
    }
}
