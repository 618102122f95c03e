package io.atmoshub.cli.describe;

import io.atmoshub.cli.Noun;
import picocli.CommandLine.Command;

/// `atmos describe`.
@Command(
        name = "describe",
        description = "Shows in full what the project makes of its files.",
        subcommands = {
            DescribeComponentCommand.class,
            DescribeStacksCommand.class,
            DescribeAffectedCommand.class,
            DescribeDependentsCommand.class,
            DescribeWorkflowsCommand.class,
            DescribeConfigCommand.class
        },
        footer = {"", "Examples:", "  atmos describe component vpc -s platform-prod-euw1", "  atmos describe config"})
public final class DescribeCommand extends Noun {}
