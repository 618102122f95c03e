package io.atmoshub.cli.hub;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.policy.Grant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `atmos hub policy grants`.
@Command(
        name = "grants",
        description = "Lists what you allowed for always. It answers your own questions and nobody else's.",
        footer = {"", "Examples:", "  atmos hub policy grants", "  atmos hub policy grants --remove 3f2a91c4"})
final class GrantsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--remove", paramLabel = "ID", description = "Takes one back: its id, or the beginning of it.")
    private @Nullable String remove;

    @Option(names = "--json", description = "Shows them as JSON.")
    private boolean json;

    GrantsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            List<Grant> grants = hub.policies().grants();
            if (remove != null) {
                Grant grant = only(grants, remove);
                hub.policies().removeGrant(grant.id());
                terminal.err().line("Removed \"%s\" in %s.".formatted(grant.rule(), grant.projectName()));
            } else if (json) {
                terminal.out().json(grants);
            } else {
                grants.forEach(grant -> terminal.out()
                        .line("%s  %s  (%s)"
                                .formatted(grant.id().toString().substring(0, 8), grant.rule(), grant.projectName())));
            }
            if (grants.isEmpty()) {
                terminal.err().line("You allowed nothing for always.");
            }
        }
        return Atmos.DONE;
    }

    private static Grant only(List<Grant> grants, String id) {
        List<Grant> meant = grants.stream()
                .filter(grant -> !id.isEmpty() && grant.id().toString().startsWith(id))
                .toList();
        if (meant.size() != 1) {
            throw new HubException(
                    ErrorCode.NOT_FOUND,
                    "%d of your grants begin with \"%s\".".formatted(meant.size(), id),
                    "See them with: atmos hub policy grants");
        }
        return meant.getFirst();
    }
}
