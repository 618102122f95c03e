package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Noun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `atmos toolchain registry`.
@Command(
        name = "registry",
        description = "Where tools are looked up.",
        footer = {
            "",
            "Examples:",
            "  atmos toolchain registry list",
            "  atmos toolchain registry search kubectl --registry standard"
        })
public final class RegistryCommand extends Noun {
    @Override
    protected List<String> names() {
        return List.of("list", "search");
    }

    @Override
    protected @Nullable Class<?> named(String name) {
        return switch (name) {
            case "list", "ls" -> RegistryListCommand.class;
            case "search" -> RegistrySearchCommand.class;
            default -> null;
        };
    }
}
