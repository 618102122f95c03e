package io.atmoshub.assistant.builtin;

import java.util.List;
import java.util.Optional;

/// Which tools the project uses in which versions.
record ToolVersions() implements Reply {
    private static final String FILE = ".tool-versions";

    @Override
    public Optional<String> reply(Looks looks) {
        var versions = looks.read(FILE);
        var required = looks.search("required_version");
        if (versions.isEmpty() || required.isEmpty()) {
            return Optional.empty();
        }
        if (!versions.get().ok()) {
            return Optional.of("This project has no `%s`. %s".formatted(FILE, constraints(required.get())));
        }
        List<Looks.Line> tools = versions.get().read(FILE).stream()
                .filter(line -> line.text().matches("[^#\\s]+\\s+\\S.*"))
                .toList();
        StringBuilder text =
                new StringBuilder("`%s` names these:\n\n| tool | version | |\n| --- | --- | --- |\n".formatted(FILE));
        for (Looks.Line line : tools) {
            String[] parts = line.text().strip().split("\\s+", 2);
            text.append("| %s | %s | %s |\n"
                    .formatted(
                            Markdown.cell(parts[0]),
                            Markdown.cell(parts[1].replaceAll("\\s*#.*", "")),
                            line.reference()));
        }
        return Optional.of(text.append('\n').append(constraints(required.get())).toString());
    }

    private static String constraints(Looks.Seen required) {
        List<String> said = required.found().stream()
                .filter(line -> line.text().contains("="))
                .map(line ->
                        line.text().replaceAll(".*=\\s*", "").replace("\"", "").strip())
                .distinct()
                .toList();
        return said.isEmpty()
                ? ""
                : "The components themselves require Terraform %s.".formatted(Markdown.some(said, 5));
    }
}
