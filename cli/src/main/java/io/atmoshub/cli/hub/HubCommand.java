package io.atmoshub.cli.hub;

import io.atmoshub.cli.Noun;
import io.atmoshub.cli.mirror.MirrorCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `atmos hub`.
@Command(
        name = "hub",
        description = "Your team's hub: log in and out, see its policy, check its audit log.",
        footer = {"", "Examples:", "  atmos hub whoami", "  atmos hub audit verify --checkpoint checkpoint.json"})
public final class HubCommand extends Noun {
    @Override
    protected List<String> names() {
        return List.of("login", "logout", "whoami", "policy", "audit", "usage", "mirror");
    }

    @Override
    protected @Nullable Class<?> named(String name) {
        return switch (name) {
            case "login" -> LoginCommand.class;
            case "logout" -> LogoutCommand.class;
            case "whoami" -> WhoAmICommand.class;
            case "policy" -> PolicyCommand.class;
            case "audit" -> AuditCommand.class;
            case "usage" -> UsageCommand.class;
            case "mirror" -> MirrorCommand.class;
            default -> null;
        };
    }
}
