package io.atmoshub.cli.hub;

import io.atmoshub.cli.Noun;
import picocli.CommandLine.Command;

/// `atmos hub audit`.
@Command(
        name = "audit",
        description = "Checks that nobody touched the audit log.",
        subcommands = {AuditVerifyCommand.class, ExportCheckpointCommand.class},
        footer = {
            "",
            "Examples:",
            "  atmos hub audit export-checkpoint > checkpoint.json",
            "  atmos hub audit verify --checkpoint checkpoint.json"
        })
final class AuditCommand extends Noun {}
