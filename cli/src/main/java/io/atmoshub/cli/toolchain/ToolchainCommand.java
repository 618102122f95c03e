package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Noun;
import picocli.CommandLine.Command;

/// `atmos toolchain`.
@Command(
        name = "toolchain",
        description = "Pins, installs, checks and runs tools.",
        subcommands = {
            InstallCommand.class,
            UninstallCommand.class,
            ListCommand.class,
            AddCommand.class,
            RemoveCommand.class,
            SetCommand.class,
            GetCommand.class,
            ExecCommand.class,
            PathCommand.class,
            WhichCommand.class,
            EnvCommand.class,
            ActivateCommand.class,
            LockCommand.class,
            UpdateCommand.class,
            VerifyCommand.class,
            DuCommand.class,
            CleanCommand.class,
            ImportCommand.class,
            ResolveCommand.class,
            SearchCommand.class,
            InfoCommand.class,
            RegistryCommand.class
        },
        footer = {"", "Examples:", "  atmos toolchain add terraform@1.13.4", "  atmos toolchain install"})
public final class ToolchainCommand extends Noun {}
