package io.atmoshub.cli.mirror;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.mirror.PolicyEffect;
import io.atmoshub.hub.policy.PolicyText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos hub mirror policy simulate`.
@Command(
        name = "simulate",
        description =
                "Shows whose downloads of the last thirty days a policy would have judged otherwise (for admins).",
        footer = {
            "",
            "Examples:",
            "  atmos hub mirror policy simulate policy.yaml",
            "  atmos hub mirror policy simulate policy.yaml --json"
        })
final class SimulateMirrorPolicyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The policy, in YAML.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--json", description = "Shows it as JSON.")
    private boolean json;

    SimulateMirrorPolicyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            List<PolicyEffect> effects =
                    hub.mirror().policy().simulate(new PolicyText(PolicyFile.text(terminal, file)));
            if (json) {
                terminal.out().json(effects);
            } else {
                effects.forEach(this::show);
            }
            if (effects.isEmpty()) {
                terminal.err().line("Nobody's downloads of the last thirty days would have been judged otherwise.");
            }
        }
        return Atmos.DONE;
    }

    private void show(PolicyEffect effect) {
        boolean refused = effect.after() != null;
        terminal.out()
                .line(
                        refused ? Screen.Style.BAD : Screen.Style.GOOD,
                        "%s  %s %s  %s, %d times, last on %s"
                                .formatted(
                                        refused ? "refused" : "allowed",
                                        effect.tool().isEmpty() ? "(other files)" : effect.tool(),
                                        effect.version(),
                                        effect.who(),
                                        effect.downloads(),
                                        Words.at(effect.last())));
        if (effect.after() != null) {
            terminal.out().line("         " + effect.after());
        }
    }
}
