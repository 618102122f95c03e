package io.atmoshub.cli.ai;

import io.atmoshub.assistant.memory.MemoryExcerpt;
import io.atmoshub.assistant.memory.ProjectMemory;
import io.atmoshub.assistant.memory.Section;
import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.Failure;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `atmos ai memory view`.
@Command(
        name = "view",
        description = "Shows the project memory, or a section of it.",
        footer = {"", "Examples:", "  atmos ai memory view --section common_commands", "  atmos ai memory view --json"})
final class ViewMemoryCommand implements Callable<Integer> {
    /// A memory as JSON: each section with the line its heading is on.
    record Shown(String file, List<Part> sections, List<String> leftOutOfPrompts) {
        record Part(String key, String title, int line, String text) {}
    }

    private final Terminal terminal;
    private final GlobalOptions options;

    @Option(names = "--section", paramLabel = "KEY", description = "Only this section, such as project_context.")
    private @Nullable String section;

    @Option(names = "--json", description = "Shows it as JSON, by section.")
    private boolean json;

    ViewMemoryCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() {
        MemoryPlace place = MemoryPlace.of(terminal, options);
        ProjectMemory memory = ProjectMemory.parse(place.existing());
        List<String> leftOut = MemoryExcerpt.of(memory, place.settings().sections(), MemoryExcerpt.USUAL)
                .leftOut();
        List<Section> sections = section == null ? memory.sections() : List.of(found(memory, section));
        if (json) {
            terminal.out()
                    .json(new Shown(
                            place.settings().file().value(),
                            sections.stream()
                                    .map(one -> new Shown.Part(
                                            one.key(),
                                            one.title(),
                                            one.line(),
                                            one.body().strip()))
                                    .toList(),
                            leftOut));
            return Atmos.DONE;
        }
        terminal.out()
                .text(section == null ? memory.text() : sections.getFirst().text());
        if (section == null && !leftOut.isEmpty()) {
            terminal.err()
                    .line("Too long for a prompt; the assistant does not see: %s"
                            .formatted(String.join(", ", leftOut)));
        }
        return Atmos.DONE;
    }

    private static Section found(ProjectMemory memory, String asked) {
        return memory.section(asked)
                .orElseThrow(() -> Failure.of(
                        "There is no section \"%s\".".formatted(asked), "There are: %s".formatted(memory.keys())));
    }
}
