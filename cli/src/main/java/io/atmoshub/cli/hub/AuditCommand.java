package io.atmoshub.cli.hub;

import io.atmoshub.cli.Noun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `atmos hub audit`.
@Command(
        name = "audit",
        description = "Checks that nobody touched the audit log.",
        footer = {
            "",
            "Examples:",
            "  atmos hub audit export-checkpoint > checkpoint.json",
            "  atmos hub audit verify --checkpoint checkpoint.json"
        })
final class AuditCommand extends Noun {
    @Override
    protected List<String> names() {
        return List.of("verify", "export-checkpoint");
    }

    @Override
    protected @Nullable Class<?> named(String name) {
        return switch (name) {
            case "verify" -> AuditVerifyCommand.class;
            case "export-checkpoint" -> ExportCheckpointCommand.class;
            default -> null;
        };
    }
}
