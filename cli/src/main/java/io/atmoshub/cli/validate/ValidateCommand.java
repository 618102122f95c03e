package io.atmoshub.cli.validate;

import io.atmoshub.cli.Noun;
import picocli.CommandLine.Command;

/// `atmos validate`.
@Command(
        name = "validate",
        description = "Checks what is written: stack manifests, or one component against its rules.",
        subcommands = {ValidateStacksCommand.class, ValidateComponentCommand.class},
        footer = {"", "Examples:", "  atmos validate stacks", "  atmos validate component vpc -s platform-prod-euw1"})
public final class ValidateCommand extends Noun {}
