package io.atmoshub.cli.hub;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.policy.PolicyDocument;
import io.atmoshub.hub.policy.PolicyRule;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `atmos hub policy show`.
@Command(
        name = "show",
        description = "Shows the rules that apply to you; for admins, also the document itself.",
        footer = {"", "Examples:", "  atmos hub policy show", "  atmos hub policy show --document > policy.yaml"})
final class ShowPolicyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--document", description = "Shows the organisation's document as it was saved (for admins).")
    private boolean document;

    @Option(names = "--json", description = "Shows it as JSON.")
    private boolean json;

    ShowPolicyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            if (document) {
                show(hub.policies().current());
            } else {
                show(hub.policies().rules(null));
            }
        }
        return Atmos.DONE;
    }

    private void show(PolicyDocument policy) {
        if (json) {
            terminal.out().json(policy);
        } else {
            terminal.out().text(policy.text());
            terminal.err().line("Revision %d".formatted(policy.revision().number()));
        }
    }

    private void show(List<PolicyRule> rules) {
        if (json) {
            terminal.out().json(rules);
            return;
        }
        for (PolicyRule rule : rules) {
            String where = rule.line() == 0 ? rule.layer() : rule.layer() + " line " + rule.line();
            String more = (rule.narrowed().isEmpty() ? "" : "  " + rule.narrowed())
                    + (rule.effect().isEmpty() ? "" : "  (" + rule.effect() + ")");
            terminal.out().line("%-7s %s%s  [%s]".formatted(rule.verb(), rule.tools(), more, where));
        }
    }
}
