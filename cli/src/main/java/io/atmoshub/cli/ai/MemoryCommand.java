package io.atmoshub.cli.ai;

import io.atmoshub.cli.Noun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `atmos ai memory`.
@Command(
        name = "memory",
        description = "What the assistant should know of this project, in ATMOS.md.",
        footer = {"", "Examples:", "  atmos ai memory init", "  atmos ai memory update --section stack_patterns"})
final class MemoryCommand extends Noun {
    @Override
    protected List<String> names() {
        return List.of("init", "view", "edit", "update");
    }

    @Override
    protected @Nullable Class<?> named(String name) {
        return switch (name) {
            case "init" -> InitMemoryCommand.class;
            case "view" -> ViewMemoryCommand.class;
            case "edit" -> EditMemoryCommand.class;
            case "update" -> UpdateMemoryCommand.class;
            default -> null;
        };
    }
}
