package io.atmoshub.cli.ai;

import io.atmoshub.assistant.memory.MemoryException;
import io.atmoshub.assistant.memory.MemoryMerge;
import io.atmoshub.assistant.memory.MemoryTemplate;
import io.atmoshub.assistant.memory.ProjectMemory;
import io.atmoshub.assistant.memory.Section;
import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.Failure;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.hub.session.FileChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `atmos ai memory update`.
@Command(
        name = "update",
        description =
                "Changes one section of the project memory and shows the difference first. The text comes from standard input, or from your editor (VISUAL or EDITOR).",
        footer = {
            "",
            "Examples:",
            "  atmos ai memory update --section project_context",
            "  echo \"dev has one NAT gateway\" | atmos ai memory update --learning --yes"
        })
final class UpdateMemoryCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions options;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--section", paramLabel = "KEY", description = "The section; one that is not there is added.")
    private @Nullable String section;

    @Option(names = "--append", description = "Adds to what stands there instead of replacing it.")
    private boolean append;

    @Option(names = "--learning", description = "Adds one line with today's date, to recent_learnings by default.")
    private boolean learning;

    @Option(
            names = {"-y", "--yes"},
            description = "Does not ask.")
    private boolean yes;

    UpdateMemoryCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        String key = section != null ? section : learning ? ProjectMemory.LEARNINGS : "";
        if (key.isBlank()) {
            throw new ParameterException(spec.commandLine(), "Which section? Name it with --section.");
        }
        if (append && learning) {
            throw new ParameterException(spec.commandLine(), "Take one of --append and --learning.");
        }
        if (!yes && !terminal.interactive()) {
            throw new ParameterException(spec.commandLine(), "Nobody is here to be asked: add --yes to write.");
        }
        MemoryPlace place = MemoryPlace.of(terminal, options);
        @Nullable
        String base = place.settings().createIfMissing() ? place.read().orElse(null) : place.existing();
        String from = base == null ? MemoryTemplate.of(place.settings().sections()) : base;
        try {
            String after = changed(ProjectMemory.parse(from), key, text(place, from, key))
                    .text();
            return proposed(place, base, after);
        } catch (MemoryException e) {
            throw Failure.of(e.what(), e.hint());
        }
    }

    private ProjectMemory changed(ProjectMemory memory, String key, String text) {
        if (learning) {
            return memory.learned(key, text, LocalDate.now(java.time.ZoneId.systemDefault()));
        }
        return append ? memory.appended(key, text) : memory.replaced(key, text);
    }

    private int proposed(MemoryPlace place, @Nullable String base, String after) {
        if (after.equals(base)) {
            terminal.err().line("Nothing was changed.");
            return Atmos.DONE;
        }
        new ChangePrinter(terminal.err())
                .print(new FileChange(place.settings().file().value(), base, after));
        if (!yes) {
            terminal.err().text("Write it? [y/N] ");
            int key = terminal.keys().next(() -> true);
            terminal.err().line("");
            if (key != 'y' && key != 'Y') {
                terminal.err().line("Nothing was changed.");
                return Atmos.FAILED;
            }
        }
        // An editor may have been open for a long time.
        @Nullable String current = place.read().orElse(null);
        switch (MemoryMerge.of(base == null ? "" : base, current == null ? "" : current, after)) {
            case MemoryMerge.Merged(String text) -> place.write(current, text);
            case MemoryMerge.Conflict conflict -> {
                terminal.err().line(conflict.words());
                throw Failure.of(
                        "%s was edited meanwhile in the same place, so nothing was written."
                                .formatted(place.settings().file()),
                        "Decide which holds, and update the section again.");
            }
        }
        terminal.err().line("Written to %s.".formatted(place.settings().file()));
        return Atmos.DONE;
    }

    private String text(MemoryPlace place, String memory, String key) throws IOException, InterruptedException {
        if (terminal.piped()) {
            byte[] bytes = terminal.in().readNBytes(ProjectMemory.LONGEST + 1);
            return new String(bytes, StandardCharsets.UTF_8);
        }
        String now = append || learning
                ? ""
                : ProjectMemory.parse(memory)
                        .section(key)
                        .map(Section::body)
                        .orElse("")
                        .strip();
        Path draft = Files.createTempFile("atmos-memory-", ".md");
        try {
            Files.writeString(draft, now.isEmpty() ? "" : now + "\n");
            if (place.editor(draft) != Atmos.DONE) {
                throw Failure.of("The editor failed, so nothing was changed.", "Try again, or pipe the text in.");
            }
            return Files.readString(draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
