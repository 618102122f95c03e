package io.atmoshub.cli.ai;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionFilter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos ai sessions list`.
@Command(
        name = "list",
        aliases = "ls",
        description = "Lists sessions, the most recently used first.",
        footer = {"", "Examples:", "  atmos ai sessions list", "  atmos ai sessions list vpc --json"})
final class ListSessionsCommand implements Callable<Integer> {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Terminal terminal;

    @Parameters(paramLabel = "TEXT", arity = "0..1", description = "Only those whose name holds this.")
    private @Nullable String text;

    @Option(names = "--limit", defaultValue = "50", description = "How many at most (1 to 200).")
    private int limit;

    @Option(names = "--json", description = "Shows them as JSON.")
    private boolean json;

    ListSessionsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            List<Session> sessions = hub.sessions()
                    .list(new SessionFilter(null, text), PageRequest.first(limit))
                    .items();
            if (json) {
                terminal.out().json(sessions);
            } else {
                sessions.forEach(this::show);
            }
            if (sessions.isEmpty()) {
                terminal.err().line("No sessions. Start one with: atmos ai ask \"…\"");
            }
        }
        return Atmos.DONE;
    }

    private void show(Session session) {
        String activity =
                switch (session.activity()) {
                    case IDLE -> "";
                    case WORKING -> "working";
                    case WAITING -> "waiting";
                };
        terminal.out()
                .line("%s  %s  %-7s  %s  (%s, %s)"
                        .formatted(
                                session.id().toString().substring(0, 8),
                                WHEN.format(session.updatedAt()),
                                activity,
                                session.name(),
                                session.projectName(),
                                session.ownerName()));
    }
}
