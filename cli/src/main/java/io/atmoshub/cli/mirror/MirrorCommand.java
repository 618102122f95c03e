package io.atmoshub.cli.mirror;

import io.atmoshub.cli.Noun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `atmos hub mirror`.
@Command(
        name = "mirror",
        description = "The hub's mirror of tools: what it holds, what waits for a decision, what was recalled.",
        footer = {"", "Examples:", "  atmos hub mirror list opentofu", "  atmos hub mirror quarantine"})
public final class MirrorCommand extends Noun {
    @Override
    protected List<String> names() {
        return List.of("list", "show", "quarantine", "decide", "recall", "recalls", "usage", "policy");
    }

    @Override
    protected @Nullable Class<?> named(String name) {
        return switch (name) {
            case "list", "ls" -> ListFilesCommand.class;
            case "show" -> ShowFileCommand.class;
            case "quarantine" -> QuarantineCommand.class;
            case "decide" -> DecideCommand.class;
            case "recall" -> RecallCommand.class;
            case "recalls" -> RecallsCommand.class;
            case "usage" -> MirrorUsageCommand.class;
            case "policy" -> MirrorPolicyCommand.class;
            default -> null;
        };
    }
}
