package io.atmoshub.cli.hub;

import io.atmoshub.cli.Noun;
import picocli.CommandLine.Command;

/// `atmos hub`.
@Command(
        name = "hub",
        description = "Your team's hub: log in and out, check its audit log.",
        subcommands = {LoginCommand.class, LogoutCommand.class, WhoAmICommand.class, AuditCommand.class},
        footer = {"", "Examples:", "  atmos hub whoami", "  atmos hub audit verify --checkpoint checkpoint.json"})
public final class HubCommand extends Noun {}
