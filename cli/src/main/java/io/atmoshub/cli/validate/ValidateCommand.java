package io.atmoshub.cli.validate;

import io.atmoshub.cli.Noun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `atmos validate`.
@Command(
        name = "validate",
        description = "Checks what is written: stack manifests, or one component against its rules.",
        footer = {"", "Examples:", "  atmos validate stacks", "  atmos validate component vpc -s platform-prod-euw1"})
public final class ValidateCommand extends Noun {
    @Override
    protected List<String> names() {
        return List.of("stacks", "component");
    }

    @Override
    protected @Nullable Class<?> named(String name) {
        return switch (name) {
            case "stacks" -> ValidateStacksCommand.class;
            case "component" -> ValidateComponentCommand.class;
            default -> null;
        };
    }
}
