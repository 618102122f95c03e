package io.atmoshub.cli.describe;

import io.atmoshub.cli.Noun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `atmos describe`.
@Command(
        name = "describe",
        description = "Shows in full what the project makes of its files.",
        footer = {"", "Examples:", "  atmos describe component vpc -s platform-prod-euw1", "  atmos describe config"})
public final class DescribeCommand extends Noun {
    @Override
    protected List<String> names() {
        return List.of("component", "stacks", "affected", "dependents", "workflows", "config");
    }

    @Override
    protected @Nullable Class<?> named(String name) {
        return switch (name) {
            case "component" -> DescribeComponentCommand.class;
            case "stacks" -> DescribeStacksCommand.class;
            case "affected" -> DescribeAffectedCommand.class;
            case "dependents" -> DescribeDependentsCommand.class;
            case "workflows" -> DescribeWorkflowsCommand.class;
            case "config" -> DescribeConfigCommand.class;
            default -> null;
        };
    }
}
