package io.atmoshub.cli.ai;

import io.atmoshub.cli.Noun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `atmos ai sessions`.
@Command(
        name = "sessions",
        description = "The sessions you can see.",
        footer = {"", "Examples:", "  atmos ai sessions list", "  atmos ai sessions show last"})
final class SessionsCommand extends Noun {
    @Override
    protected List<String> names() {
        return List.of("list", "show", "rename", "export", "import", "delete");
    }

    @Override
    protected @Nullable Class<?> named(String name) {
        return switch (name) {
            case "list", "ls" -> ListSessionsCommand.class;
            case "show" -> ShowSessionCommand.class;
            case "rename" -> RenameSessionCommand.class;
            case "export" -> ExportSessionCommand.class;
            case "import" -> ImportSessionCommand.class;
            case "delete", "rm" -> DeleteSessionCommand.class;
            default -> null;
        };
    }
}
