package io.atmoshub.cli.ai;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.change.ChangeSet;
import io.atmoshub.hub.change.ChangedFile;
import io.atmoshub.hub.session.Commit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos ai changes show`.
@Command(
        name = "show",
        description = "Shows what a session wrote and the project does not have.",
        footer = {"", "Examples:", "  atmos ai changes show last", "  atmos ai changes show 3f2a91c4 --json"})
final class ShowChangesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "SESSION", description = "Its id, the beginning of it, or \"last\".")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reference;

    @Option(names = "--json", description = "Shows the files with their contents as JSON.")
    private boolean json;

    ShowChangesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            ChangeSet set = hub.changes()
                    .of(new SessionPlace(hub, terminal.folder())
                            .existing(reference)
                            .id());
            if (json) {
                terminal.out().json(set);
                return Atmos.DONE;
            }
            if (set.files().isEmpty()) {
                terminal.err().line("This session changed nothing that the project does not have.");
            }
            var printer = new ChangePrinter(terminal.out());
            for (ChangedFile file : set.files()) {
                printer.print(file.change());
                terminal.out().line(Screen.Style.FAINT, about(file));
                terminal.out().line("");
            }
        }
        return Atmos.DONE;
    }

    private static String about(ChangedFile file) {
        Commit commit = file.commit();
        String state =
                switch (file.state()) {
                    case ADDED, CHANGED -> "waits in the session";
                    case SAME -> "the project has it already";
                    case CONFLICT -> "somebody changed it in the project meanwhile";
                };
        return commit == null
                ? state
                : "%s; committed to %s as %s"
                        .formatted(state, commit.branch(), commit.id().substring(0, 8));
    }
}
