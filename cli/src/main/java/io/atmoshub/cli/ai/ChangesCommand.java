package io.atmoshub.cli.ai;

import io.atmoshub.cli.Noun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `atmos ai changes`.
@Command(
        name = "changes",
        description = "What a session wrote in its own copy of a project, and where it goes.",
        footer = {"", "Examples:", "  atmos ai changes show last", "  atmos ai changes apply last"})
final class ChangesCommand extends Noun {
    @Override
    protected List<String> names() {
        return List.of("show", "apply", "commit", "discard");
    }

    @Override
    protected @Nullable Class<?> named(String name) {
        return switch (name) {
            case "show" -> ShowChangesCommand.class;
            case "apply" -> ApplyChangesCommand.class;
            case "commit" -> CommitChangesCommand.class;
            case "discard" -> DiscardChangesCommand.class;
            default -> null;
        };
    }
}
