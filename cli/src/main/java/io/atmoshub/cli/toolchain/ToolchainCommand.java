package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Noun;
import picocli.CommandLine.Command;

/// `atmos toolchain`.
@Command(
        name = "toolchain",
        description = "The tools a project works with: found, pinned, fetched, checked.",
        subcommands = {ResolveCommand.class, SearchCommand.class, InfoCommand.class, RegistryCommand.class},
        footer = {
            "",
            "Examples:",
            "  atmos toolchain search kubernetes",
            "  atmos toolchain resolve terraform@1.10.3 --all-platforms"
        })
public final class ToolchainCommand extends Noun {}
