package io.atmoshub.cli.ai;

import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.hub.change.NewCommit;
import io.atmoshub.hub.session.BranchName;
import io.atmoshub.hub.session.Commit;
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
        var name = new BranchName(branch);
        return chosen.decide(
                terminal,
                "Commit %s to " + name + "?",
                (hub, session, files) -> {
                    Commit commit = hub.changes().commit(session.id(), new NewCommit(name, message, files));
                    if (json) {
                        terminal.out().json(commit);
                    } else {
                        terminal.out().line(commit.id());
                    }
                },
                "Committed %s to " + name + ".");
    }
}
