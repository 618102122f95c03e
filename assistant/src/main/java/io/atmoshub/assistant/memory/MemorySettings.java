package io.atmoshub.assistant.memory;

import io.atmoshub.assistant.file.FileRefused;
import io.atmoshub.assistant.file.ProjectPath;
import io.atmoshub.assistant.settings.AiKeys;
import io.atmoshub.project.Config;
import io.atmoshub.project.ProjectException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How a project's memory is kept.
///
/// @param file where, inside the project
/// @param proposals when the assistant may propose a change
/// @param createIfMissing whether a proposal may start the file from the template
/// @param sections those of a new file; also the ones that count most where not all fit into a prompt
public record MemorySettings(
        boolean enabled, ProjectPath file, Proposals proposals, boolean createIfMissing, List<String> sections) {
    /// When the assistant may propose a change.
    public enum Proposals {
        /// Whenever it learned something.
        ANY_TIME,
        /// When the work of a session comes to its end, or when asked.
        AT_THE_END,
        /// When a person asks for it.
        ON_REQUEST,
        /// People change the file themselves.
        NEVER
    }

    private static final List<String> SECTIONS = List.of(
            "project_context",
            "common_commands",
            "stack_patterns",
            "frequent_issues",
            "infrastructure_patterns",
            ProjectMemory.LEARNINGS);
    private static final int MOST_SECTIONS = 50;

    public static final MemorySettings USUAL = of(AiKeys.none());

    public MemorySettings {
        sections = List.copyOf(sections);
    }

    /// @throws ProjectException when a key is set to what makes no sense
    public static MemorySettings of(AiKeys keys) {
        List<String> sections = keys.texts("memory", "sections");
        return new MemorySettings(
                keys.flag(keys.flag(true, "instructions", "enabled"), "memory", "enabled"),
                file(keys),
                proposals(keys),
                keys.flag(true, "memory", "create_if_missing"),
                sections.isEmpty()
                        ? SECTIONS
                        : sections.stream().limit(MOST_SECTIONS).toList());
    }

    /// In a project whose base path is below its folder, the file is there.
    public MemorySettings below(Path folder, Path base) {
        Path from = folder.toAbsolutePath().normalize();
        Path there = base.toAbsolutePath().normalize();
        if (!there.startsWith(from) || there.equals(from)) {
            return this;
        }
        try {
            String below = from.relativize(there)
                    .toString()
                    .replace(from.getFileSystem().getSeparator(), "/");
            return new MemorySettings(
                    enabled, ProjectPath.parse(below + "/" + file), proposals, createIfMissing, sections);
        } catch (FileRefused _) {
            return this;
        }
    }

    /// `file` is the earlier name of `file_path`; Atmos itself has it under `instructions`.
    private static ProjectPath file(AiKeys keys) {
        for (List<String> path :
                List.of(List.of("memory", "file_path"), List.of("memory", "file"), List.of("instructions", "file"))) {
            String[] key = path.toArray(String[]::new);
            Optional<String> written = keys.text(key);
            if (written.isPresent()) {
                try {
                    return ProjectPath.parse(written.get());
                } catch (FileRefused e) {
                    throw wrong(keys, e.why(), "Name a file of the project, such as ATMOS.md.", key);
                }
            }
        }
        try {
            return ProjectPath.parse("ATMOS.md");
        } catch (FileRefused e) {
            throw new IllegalStateException(e);
        }
    }

    private static Proposals proposals(AiKeys keys) {
        String[] frequency = {"memory", "update_frequency"};
        Optional<String> when = keys.text(frequency);
        boolean byItself = keys.flag(when.isPresent(), "memory", "auto_update");
        return switch (when.orElse("session_end")) {
            case "manual" -> Proposals.NEVER;
            case "real_time" -> byItself ? Proposals.ANY_TIME : Proposals.ON_REQUEST;
            case "session_end" -> byItself ? Proposals.AT_THE_END : Proposals.ON_REQUEST;
            default ->
                throw wrong(
                        keys,
                        "update_frequency is \"%s\".".formatted(when.orElseThrow()),
                        "Set it to session_end, real_time or manual.",
                        frequency);
        };
    }

    private static ProjectException wrong(AiKeys keys, String what, String hint, String... key) {
        return new ProjectException("%s: %s".formatted(Config.words(keys.origin(key)), what), hint);
    }
}
