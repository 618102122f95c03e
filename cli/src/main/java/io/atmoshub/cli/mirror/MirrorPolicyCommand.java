package io.atmoshub.cli.mirror;

import io.atmoshub.cli.Noun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `atmos hub mirror policy`.
@Command(
        name = "policy",
        description = "Which tools and versions the mirror gives out.",
        footer = {"", "Examples:", "  atmos hub mirror policy show", "  atmos hub mirror policy simulate policy.yaml"})
final class MirrorPolicyCommand extends Noun {
    @Override
    protected List<String> names() {
        return List.of("show", "simulate", "save");
    }

    @Override
    protected @Nullable Class<?> named(String name) {
        return switch (name) {
            case "show" -> ShowMirrorPolicyCommand.class;
            case "simulate" -> SimulateMirrorPolicyCommand.class;
            case "save" -> SaveMirrorPolicyCommand.class;
            default -> null;
        };
    }
}
