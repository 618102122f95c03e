package io.atmoshub.cli.mirror;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.cli.toolchain.ScreenProgress;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.mirror.QuarantineDecision.Choice;
import io.atmoshub.hub.mirror.QuarantinedFile;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `atmos hub mirror quarantine`.
@Command(
        name = "quarantine",
        description = "Lists what upstream changed after it was pinned: exit code 1 when something is undecided.",
        footer = {"", "Examples:", "  atmos hub mirror quarantine", "  atmos hub mirror quarantine --all --json"})
final class QuarantineCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--all", description = "Also what was decided.")
    private boolean all;

    @Option(names = "--json", description = "Shows it as JSON.")
    private boolean json;

    QuarantineCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            List<QuarantinedFile> files = hub.mirror().quarantine().stream()
                    .filter(file -> all || file.decided() == null)
                    .toList();
            if (json) {
                terminal.out().json(files);
            } else {
                files.forEach(this::show);
            }
            boolean waits = files.stream().anyMatch(file -> file.decided() == null);
            terminal.err()
                    .line(
                            waits
                                    ? "Decide with: atmos hub mirror decide ID keep|accept --reason \"…\""
                                    : "Nothing waits for a decision.");
            return waits ? Atmos.FAILED : Atmos.DONE;
        }
    }

    private void show(QuarantinedFile file) {
        Screen out = terminal.out();
        out.line(Screen.Style.BOLD, "%s  %s".formatted(file.id(), file.address()));
        out.line("  pinned  sha256:" + file.kept());
        out.line("  now     sha256:%s, %s, on %s"
                .formatted(file.seen(), ScreenProgress.bytes(file.seenSize()), Words.at(file.foundAt())));
        var decided = file.decided();
        if (decided != null) {
            out.line("  %s by %s on %s: %s"
                    .formatted(
                            decided.choice() == Choice.KEEP ? "kept" : "accepted",
                            decided.by(),
                            Words.at(decided.at()),
                            decided.reason()));
        }
    }
}
