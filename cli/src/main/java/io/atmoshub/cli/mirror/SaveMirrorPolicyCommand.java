package io.atmoshub.cli.mirror;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.policy.PolicyDocument;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos hub mirror policy save`.
@Command(
        name = "save",
        description = "Saves a policy as the next revision (for admins). It binds at once.",
        footer = {
            "",
            "Examples:",
            "  atmos hub mirror policy save policy.yaml --reason \"Old terraform has a hole.\"",
            "  atmos hub mirror policy save policy.yaml --base 3 --reason \"As agreed.\""
        })
final class SaveMirrorPolicyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The policy, in YAML.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, in a sentence.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reason;

    @Option(
            names = "--base",
            paramLabel = "N",
            description = "The revision it was made from; the save fails when there is a newer one.")
    private @Nullable Integer base;

    @Option(names = "--json", description = "Shows what was saved as JSON.")
    private boolean json;

    SaveMirrorPolicyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            int from = base == null ? hub.mirror().policy().current().revision().number() : base;
            PolicyDocument saved =
                    hub.mirror().policy().save(new PolicyChange(PolicyFile.text(terminal, file), reason, from));
            if (json) {
                terminal.out().json(saved);
            } else {
                terminal.err()
                        .line("Revision %d holds from now on."
                                .formatted(saved.revision().number()));
            }
        }
        return Atmos.DONE;
    }
}
