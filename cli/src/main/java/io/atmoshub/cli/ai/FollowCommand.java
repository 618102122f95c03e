package io.atmoshub.cli.ai;

import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos ai follow`.
@Command(
        name = "follow",
        description =
                "Shows a session and all that happens in it, until Ctrl-C. On a terminal you can answer approvals.",
        footer = {"", "Examples:", "  atmos ai follow last", "  atmos ai follow 3f2a91c4 --json"})
final class FollowCommand implements Callable<Integer> {
    private sealed interface News {
        record Asked(Happening.ApprovalAsked asked) implements News {}

        record Over(HubException why) implements News {}
    }

    private final Terminal terminal;
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
    private final Set<CallId> settled = ConcurrentHashMap.newKeySet();

    @Parameters(paramLabel = "SESSION", description = "Its id, the beginning of it, or \"last\".")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reference;

    @Option(names = "--json", description = "Shows the events, one JSON object a line.")
    private boolean json;

    FollowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            Session session = new SessionPlace(hub, terminal.folder()).existing(reference);
            List<SessionEvent> past = ShowSessionCommand.all(hub.sessions(), session.id());
            var view = new View();
            if (!json) {
                terminal.out().line(Screen.Style.BOLD, session.name().value());
                terminal.out().line("");
            }
            past.forEach(view::show);
            open(past).values().forEach(asked -> news.add(new News.Asked(asked)));
            long seen = past.isEmpty() ? 0 : past.getLast().seq();
            try (var _ = hub.sessions().follow(session.id(), seen, view)) {
                while (true) {
                    switch (news.take()) {
                        case News.Over(HubException why) -> {
                            throw why;
                        }
                        case News.Asked(Happening.ApprovalAsked asked) -> {
                            if (terminal.interactive() && !json) {
                                new HubAsk(terminal, hub, false)
                                        .answered(session.id(), asked, () -> !settled.contains(asked.call()));
                            }
                        }
                    }
                }
            }
        }
    }

    private static Map<CallId, Happening.ApprovalAsked> open(List<SessionEvent> events) {
        var open = new LinkedHashMap<CallId, Happening.ApprovalAsked>();
        for (SessionEvent event : events) {
            switch (event.what()) {
                case Happening.ApprovalAsked asked -> open.put(asked.call(), asked);
                case Happening.Decided decided -> open.remove(decided.call());
                case Happening.ToolFinished finished -> open.remove(finished.call());
                case Happening.RunCancelled cancelled ->
                    open.values().removeIf(asked -> asked.run().equals(cancelled.run()));
                case Happening.RunFailed failed ->
                    open.values().removeIf(asked -> asked.run().equals(failed.run()));
                default -> {}
            }
        }
        return open;
    }

    private final class View implements SessionListener {
        private final EventPrinter printer = new EventPrinter(terminal.out(), terminal.err());

        void show(SessionEvent event) {
            if (json) {
                terminal.out().json(event);
            } else {
                printer.event(event);
            }
        }

        @Override
        public void event(SessionEvent event) {
            show(event);
            switch (event.what()) {
                case Happening.ApprovalAsked asked -> news.add(new News.Asked(asked));
                case Happening.Decided decided -> settled.add(decided.call());
                case Happening.ToolFinished finished -> settled.add(finished.call());
                default -> {}
            }
        }

        @Override
        public void text(LiveText text) {
            if (!json) {
                printer.text(text);
            }
        }

        @Override
        public void ended(HubException why) {
            news.add(new News.Over(why));
        }
    }
}
