package io.atmoshub.cli.list;

import io.atmoshub.cli.Noun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `atmos list`.
@Command(
        name = "list",
        aliases = "ls",
        description = "Lists what the project has: stacks, components, values, workflows.",
        footer = {"", "Examples:", "  atmos list stacks", "  atmos list components --format json"})
public final class ListCommand extends Noun {
    @Override
    protected List<String> names() {
        return List.of("stacks", "components", "instances", "values", "vars", "settings", "metadata", "workflows");
    }

    @Override
    protected @Nullable Class<?> named(String name) {
        return switch (name) {
            case "stacks" -> ListStacksCommand.class;
            case "components" -> ListComponentsCommand.class;
            case "instances" -> ListInstancesCommand.class;
            case "values" -> ListValuesCommand.class;
            case "vars" -> ListVarsCommand.class;
            case "settings" -> ListSettingsCommand.class;
            case "metadata" -> ListMetadataCommand.class;
            case "workflows" -> ListWorkflowsCommand.class;
            default -> null;
        };
    }
}
