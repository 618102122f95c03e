package io.atmoshub.cli.mirror;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.policy.PolicyDocument;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `atmos hub mirror policy show`.
@Command(
        name = "show",
        description = "Shows the policy of the mirror as it was saved.",
        footer = {
            "",
            "Examples:",
            "  atmos hub mirror policy show > policy.yaml",
            "  atmos hub mirror policy show --json"
        })
final class ShowMirrorPolicyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--json", description = "Shows it as JSON, with its revision.")
    private boolean json;

    ShowMirrorPolicyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            PolicyDocument policy = hub.mirror().policy().current();
            if (json) {
                terminal.out().json(policy);
                return Atmos.DONE;
            }
            terminal.out().text(policy.text());
            terminal.err()
                    .line(
                            policy.revision().number() == 0
                                    ? "Nobody has said anything: every tool is allowed."
                                    : "Revision %d".formatted(policy.revision().number()));
        }
        return Atmos.DONE;
    }
}
