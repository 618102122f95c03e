package io.atmoshub.cli.hub;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `atmos hub logout`.
@Command(
        name = "logout",
        description =
                "Forgets the hub and its token on this machine. The token itself goes on working until it is revoked.",
        footer = {"", "Examples:", "  atmos hub logout", "  atmos logout"})
public final class LogoutCommand implements Callable<Integer> {
    private final Terminal terminal;

    public LogoutCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean forgotten = Credentials.of(terminal.environment()).forget();
        terminal.err()
                .line(
                        forgotten
                                ? "Logged out. Revoke the token on the My tokens page if you don't need it any more."
                                : "You were not logged in.");
        return Atmos.DONE;
    }
}
