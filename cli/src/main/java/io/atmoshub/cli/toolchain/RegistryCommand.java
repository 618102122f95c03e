package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Noun;
import picocli.CommandLine.Command;

/// `atmos toolchain registry`.
@Command(
        name = "registry",
        description = "Where tools are looked up.",
        subcommands = {RegistryListCommand.class, RegistrySearchCommand.class},
        footer = {
            "",
            "Examples:",
            "  atmos toolchain registry list",
            "  atmos toolchain registry search kubectl --registry standard"
        })
public final class RegistryCommand extends Noun {}
