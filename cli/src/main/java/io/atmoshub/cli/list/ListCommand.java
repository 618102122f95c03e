package io.atmoshub.cli.list;

import io.atmoshub.cli.Noun;
import picocli.CommandLine.Command;

/// `atmos list`.
@Command(
        name = "list",
        aliases = "ls",
        description = "Lists what the project has: stacks, components, values, workflows.",
        subcommands = {
            ListStacksCommand.class,
            ListComponentsCommand.class,
            ListInstancesCommand.class,
            ListValuesCommand.class,
            ListVarsCommand.class,
            ListSettingsCommand.class,
            ListMetadataCommand.class,
            ListWorkflowsCommand.class
        },
        footer = {"", "Examples:", "  atmos list stacks", "  atmos list components --format json"})
public final class ListCommand extends Noun {}
