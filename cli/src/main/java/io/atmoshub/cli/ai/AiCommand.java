package io.atmoshub.cli.ai;

import io.atmoshub.cli.Noun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `atmos ai`.
@Command(
        name = "ai",
        description = "Ask the assistant, and look after your sessions with it.",
        footer = {"", "Examples:", "  atmos ai ask \"What does the vpc component do?\"", "  atmos ai sessions list"})
public final class AiCommand extends Noun {
    @Override
    protected List<String> names() {
        return List.of("approve", "ask", "changes", "follow", "memory", "models", "sessions");
    }

    @Override
    protected @Nullable Class<?> named(String name) {
        return switch (name) {
            case "approve" -> ApproveCommand.class;
            case "ask" -> AskCommand.class;
            case "changes" -> ChangesCommand.class;
            case "follow" -> FollowCommand.class;
            case "memory" -> MemoryCommand.class;
            case "models" -> ModelsCommand.class;
            case "sessions" -> SessionsCommand.class;
            default -> null;
        };
    }
}
