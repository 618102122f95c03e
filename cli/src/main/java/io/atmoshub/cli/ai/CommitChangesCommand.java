package io.atmoshub.cli.ai;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.change.ChangedFile;
import io.atmoshub.hub.change.NewCommit;
import io.atmoshub.hub.session.BranchName;
import io.atmoshub.hub.session.Commit;
import io.atmoshub.hub.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `atmos ai changes commit`.
@Command(
        name = "commit",
        description = "Commits a session's changes to a branch of the project's repository; its folder stays as it is.",
        footer = {
            "",
            "Examples:",
            "  atmos ai changes commit last --branch change/vpc -m \"Three zones for vpc\"",
            "  atmos ai changes commit last stacks/catalog/vpc.yaml -b change/vpc -m \"Three zones\" --yes"
        })
final class CommitChangesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ChosenChanges chosen = new ChosenChanges();

    @Option(
            names = {"-b", "--branch"},
            required = true,
            description = "The branch: a new one, or one this session made.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String branch;

    @Option(
            names = {"-m", "--message"},
            required = true,
            description = "What the commit says.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String message;

    @Option(names = "--json", description = "Shows the commit as JSON.")
    private boolean json;

    CommitChangesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            Session session = chosen.session(hub, terminal);
            List<ChangedFile> files = chosen.of(hub.changes().of(session.id()));
            if (!chosen.confirmed(
                    terminal, files, "Commit %s to %s?".formatted(ChosenChanges.counted(files), branch))) {
                return Atmos.FAILED;
            }
            Commit commit = hub.changes()
                    .commit(
                            session.id(),
                            new NewCommit(
                                    new BranchName(branch),
                                    message,
                                    files.stream().map(ChangedFile::shown).toList()));
            if (json) {
                terminal.out().json(commit);
            } else {
                terminal.out().line(commit.id());
                terminal.err().line("Committed %s to %s.".formatted(ChosenChanges.counted(files), commit.branch()));
            }
        }
        return Atmos.DONE;
    }
}
