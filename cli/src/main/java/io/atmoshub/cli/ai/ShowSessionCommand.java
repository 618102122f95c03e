package io.atmoshub.cli.ai;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Sessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos ai sessions show`.
@Command(
        name = "show",
        description = "Shows a whole session.",
        footer = {"", "Examples:", "  atmos ai sessions show last", "  atmos ai sessions show 3f2a91c4 --json"})
final class ShowSessionCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "SESSION", description = "Its id, the beginning of it, or \"last\".")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reference;

    @Option(names = "--json", description = "Shows session and events as JSON.")
    private boolean json;

    ShowSessionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            Session session = new SessionPlace(hub, terminal.folder()).existing(reference);
            List<SessionEvent> events = all(hub.sessions(), session.id());
            if (json) {
                terminal.out().json(Map.of("session", session, "events", events));
            } else {
                terminal.out().line(Screen.Style.BOLD, session.name().value());
                terminal.out().line("");
                var printer = new EventPrinter(terminal.out(), terminal.out());
                events.forEach(printer::event);
            }
        }
        return Atmos.DONE;
    }

    static List<SessionEvent> all(Sessions sessions, SessionId id) {
        var events = new ArrayList<SessionEvent>();
        List<SessionEvent> portion = sessions.events(id, 0, Sessions.MOST_EVENTS);
        while (!portion.isEmpty()) {
            events.addAll(portion);
            portion = sessions.events(id, events.getLast().seq(), Sessions.MOST_EVENTS);
        }
        return events;
    }
}
