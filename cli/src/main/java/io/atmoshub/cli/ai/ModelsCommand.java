package io.atmoshub.cli.ai;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.model.ModelOffer;
import io.atmoshub.hub.model.ModelPrice;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `atmos ai models`.
@Command(
        name = "models",
        description = "Lists the models that can answer; the first one does where nobody chose another.",
        footer = {"", "Examples:", "  atmos ai models", "  atmos ai models --json"})
final class ModelsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--json", description = "Shows them as JSON.")
    private boolean json;

    ModelsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            List<ModelOffer> models = hub.models().offered();
            if (json) {
                terminal.out().json(models);
            } else {
                models.forEach(this::show);
            }
            if (models.equals(List.of(ModelOffer.BUILT_IN))) {
                terminal.err()
                        .line(
                                "No provider is connected. Start the hub with a key, such as ATMOS_HUB_ANTHROPIC_API_KEY.");
            }
        }
        return Atmos.DONE;
    }

    private void show(ModelOffer model) {
        ModelPrice price = model.price();
        String context = model.contextWindow() == 0 ? "" : "%,d tokens".formatted(model.contextWindow());
        String cost = price == null
                ? ""
                : "$%s in, $%s out a million"
                        .formatted(price.input().toPlainString(), price.output().toPlainString());
        terminal.out()
                .line("%-44s  %-20s  %-16s  %s"
                        .formatted(model.ref(), model.name(), context, cost)
                        .stripTrailing());
    }
}
