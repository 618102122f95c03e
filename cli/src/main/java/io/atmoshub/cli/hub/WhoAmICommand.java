package io.atmoshub.cli.hub;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.account.Me;
import io.atmoshub.hub.token.Scope;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `atmos hub whoami`.
@Command(
        name = "whoami",
        description = "Shows which hub you are logged in to, and as whom.",
        footer = {"", "Examples:", "  atmos hub whoami", "  atmos hub whoami --json"})
public final class WhoAmICommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--json", description = "Shows it as JSON.")
    private boolean json;

    public WhoAmICommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Credentials credentials = Credentials.of(terminal.environment());
        try (HubOverHttp hub = credentials.hub()) {
            Me me = hub.account().me();
            if (json) {
                terminal.out().json(me);
                return Atmos.DONE;
            }
            terminal.out()
                    .line("%s (%s), %s"
                            .formatted(
                                    me.person().name(),
                                    me.person().login(),
                                    me.person().role().name().toLowerCase(Locale.ROOT)));
            credentials.read().ifPresent(stored -> terminal.out().line("Hub:    " + stored.hub()));
            terminal.out()
                    .line("Scopes: "
                            + me.scopes().stream()
                                    .map(Scope::name)
                                    .sorted()
                                    .map(name -> name.toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", ")));
        }
        return Atmos.DONE;
    }
}
