package io.atmoshub.cli.ai;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.change.ChangeSet;
import io.atmoshub.hub.change.ChangedFile;
import io.atmoshub.hub.change.ShownFile;
import io.atmoshub.hub.session.Session;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which changes of which session a command is about, and whether the person was asked.
final class ChosenChanges {
    @Parameters(index = "0", paramLabel = "SESSION", description = "Its id, the beginning of it, or \"last\".")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reference;

    @Parameters(
            index = "1..*",
            paramLabel = "PATH",
            description = "The files; all that nobody else has changed, when none is named.")
    private List<String> paths = new ArrayList<>();

    @Option(
            names = {"-y", "--yes"},
            description = "Does not ask.")
    private boolean yes;

    /// What is done with them once the person agreed.
    interface Deed {
        void on(Hub hub, Session session, List<ShownFile> files);
    }

    /// Finds them, asks, and does it; the exit code. `question` and `told` take what they are called.
    int decide(Terminal terminal, String question, Deed deed, String told) {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            Session session = new SessionPlace(hub, terminal.folder()).existing(reference);
            List<ChangedFile> files = of(hub.changes().of(session.id()));
            String called = files.size() == 1 ? files.getFirst().path() : files.size() + " files";
            if (!confirmed(terminal, files, question.formatted(called))) {
                return Atmos.FAILED;
            }
            deed.on(hub, session, files.stream().map(ChangedFile::shown).toList());
            terminal.err().line(told.formatted(called));
        }
        return Atmos.DONE;
    }

    private List<ChangedFile> of(ChangeSet set) {
        for (String path : paths) {
            if (set.files().stream().noneMatch(file -> file.path().equals(path))) {
                throw new HubException(
                        ErrorCode.NOT_FOUND,
                        "The session did not change %s.".formatted(path),
                        "See what it changed with: atmos ai changes show " + reference);
            }
        }
        List<ChangedFile> files = set.files().stream()
                .filter(file ->
                        paths.isEmpty() ? file.state() != ChangedFile.State.CONFLICT : paths.contains(file.path()))
                .toList();
        if (files.isEmpty()) {
            throw new HubException(
                    ErrorCode.NOT_FOUND,
                    set.files().isEmpty()
                            ? "This session changed nothing that the project does not have."
                            : "Somebody else changed these files in the project meanwhile.",
                    "Look at them with: atmos ai changes show " + reference);
        }
        return files;
    }

    /// Shows them and asks; true when the answer is yes, or nobody wanted to be asked.
    private boolean confirmed(Terminal terminal, List<ChangedFile> files, String question) {
        if (yes) {
            return true;
        }
        if (!terminal.interactive()) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT, "Nobody is here to be asked.", "Add --yes to do it without a question.");
        }
        var printer = new ChangePrinter(terminal.err());
        files.forEach(file -> printer.print(file.change()));
        terminal.err().text(question + " [y/N] ");
        int key = terminal.keys().next(() -> true);
        terminal.err().line("");
        if (key != 'y' && key != 'Y') {
            terminal.err().line("Nothing was done.");
            return false;
        }
        return true;
    }
}
