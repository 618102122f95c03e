package io.atmoshub.cli.hub;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.Tty;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.account.Me;
import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos hub login`.
@Command(
        name = "login",
        description = "Logs in to a hub with a token from its My tokens page.",
        footer = {
            "",
            "Examples:",
            "  atmos hub login https://hub.example.org",
            "  pass show hub-token | atmos hub login https://hub.example.org --token-stdin"
        })
public final class LoginCommand implements Callable<Integer> {
    private static final int LONGEST_TOKEN = 1_000;

    private final Terminal terminal;

    @Parameters(paramLabel = "URL", description = "The hub's address, such as https://hub.example.org")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String url;

    @Option(names = "--token-stdin", description = "Reads the token from standard input, one line.")
    private boolean tokenFromInput;

    @Option(names = "--insecure", description = "Lets the token travel over plain http.")
    private boolean insecure;

    public LoginCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        HubAddress address = HubAddress.of(url, insecure);
        String token = token();
        try (HubOverHttp hub = HubOverHttp.withToken(address.uri(), token)) {
            Me me = hub.account().me();
            Credentials.of(terminal.environment()).write(new Credentials.Stored(address.uri(), token));
            terminal.err()
                    .line("Logged in to %s as %s (%s)."
                            .formatted(
                                    address.uri(),
                                    me.person().name(),
                                    me.person().login()));
        }
        return Atmos.DONE;
    }

    private String token() throws IOException {
        if (tokenFromInput) {
            return line();
        }
        Optional<Console> console = Tty.console();
        if (console.isPresent()) {
            char[] typed = console.get().readPassword("Token: ");
            return typed == null ? "" : new String(typed).strip();
        }
        throw new HubException(
                ErrorCode.INVALID_INPUT,
                "There is nobody to type the token.",
                "Pipe it in: atmos hub login %s --token-stdin < token.txt".formatted(url));
    }

    private String line() throws IOException {
        var bytes = new ByteArrayOutputStream();
        int next = terminal.in().read();
        while (next >= 0 && next != '\n' && bytes.size() < LONGEST_TOKEN) {
            bytes.write(next);
            next = terminal.in().read();
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }
}
