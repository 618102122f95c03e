package io.atmoshub.cli.mirror;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.cli.toolchain.ScreenProgress;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.mirror.MirrorFile;
import io.atmoshub.hub.mirror.MirrorFileDetails;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos hub mirror show`.
@Command(
        name = "show",
        description = "Shows a file: its hash, what vouches for it, who took it.",
        footer = {
            "",
            "Examples:",
            "  atmos hub mirror show https://get.helm.sh/helm-v3.19.0-linux-amd64.tar.gz",
            "  atmos hub mirror show --json https://get.helm.sh/helm-v3.19.0-linux-amd64.tar.gz"
        })
final class ShowFileCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ADDRESS", description = "As upstream has it, beginning with https://.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String address;

    @Option(names = "--json", description = "Shows it as JSON.")
    private boolean json;

    ShowFileCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            MirrorFileDetails details = hub.mirror().file(address);
            if (json) {
                terminal.out().json(details);
            } else {
                show(details);
            }
        }
        return Atmos.DONE;
    }

    private void show(MirrorFileDetails details) {
        MirrorFile file = details.file();
        Screen out = terminal.out();
        out.line(Screen.Style.BOLD, file.address());
        if (!file.tool().isEmpty()) {
            out.line("  %s %s %s"
                    .formatted(file.tool(), file.version(), file.platform())
                    .stripTrailing());
        }
        out.line("  sha256:%s, %s".formatted(file.sha256(), ScreenProgress.bytes(file.size())));
        out.line("  pinned on %s, %s".formatted(Words.at(file.firstSeen()), Words.of(file.verified())));
        if (file.recalled() != null) {
            out.line(Screen.Style.BAD, "  recalled: " + file.recalled());
        }
        details.evidence()
                .forEach(one -> out.line("  %s says %s%s"
                        .formatted(one.source(), one.said(), one.stands() ? "" : " (what was kept of it does not)")));
        details.downloads().forEach(one -> out.line("  " + Words.of(one)));
    }
}
