package io.atmoshub.cli.ai;

import io.atmoshub.assistant.file.FileRefused;
import io.atmoshub.assistant.file.ProjectFolder;
import io.atmoshub.assistant.file.SessionCopy;
import io.atmoshub.assistant.memory.MemorySettings;
import io.atmoshub.assistant.settings.AiKeys;
import io.atmoshub.cli.Failure;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Programs;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.hub.session.FileChange;
import io.atmoshub.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the memory of the project is that one is in, and how it is read and written.
record MemoryPlace(Terminal terminal, Path root, MemorySettings settings) {
    static MemoryPlace of(Terminal terminal, GlobalOptions options) {
        Project project = options.project(terminal);
        Path base = Files.isDirectory(project.basePath()) ? project.basePath() : options.folder(terminal);
        return new MemoryPlace(terminal, base, MemorySettings.of(new AiKeys(project.config())));
    }

    Path file() {
        return root.resolve(settings.file().value());
    }

    Optional<String> read() {
        try {
            SessionCopy files = new SessionCopy(new ProjectFolder(root), Map.of());
            files.checkWritable(settings.file());
            return files.read(settings.file());
        } catch (FileRefused e) {
            throw Failure.of(e.why(), "Make %s a plain text file of the project.".formatted(settings.file()));
        }
    }

    String existing() {
        return read().orElseThrow(() ->
                Failure.of("There is no %s yet.".formatted(settings.file()), "Start one with: atmos ai memory init"));
    }

    /// @param base what is there now
    void write(@Nullable String base, String content) {
        try {
            new LocalFile(root).write(settings.file().value(), base == null ? null : FileChange.hash(base), content);
        } catch (IOException e) {
            throw Failure.of(
                    "%s was not written: %s".formatted(settings.file(), e.getMessage()), "Look at it, and try again.");
        }
    }

    /// Opens a person's editor and gives its exit code.
    int editor(Path file) throws IOException, InterruptedException {
        String editor = Optional.ofNullable(terminal.environment().get("VISUAL"))
                .or(() -> Optional.ofNullable(terminal.environment().get("EDITOR")))
                .filter(name -> !name.isBlank())
                .orElse("vi");
        List<String> command = new ArrayList<>(List.of(editor.strip().split("\\s+")));
        command.add(file.toString());
        try {
            return Programs.run(terminal, command, root, terminal.environment());
        } catch (IOException e) {
            throw Failure.of("The editor %s can't be started.".formatted(editor), "Set EDITOR to one that is there.");
        }
    }
}
