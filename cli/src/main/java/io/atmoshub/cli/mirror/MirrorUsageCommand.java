package io.atmoshub.cli.mirror;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.cli.toolchain.ScreenProgress;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.mirror.MirrorUsage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `atmos hub mirror usage`.
@Command(
        name = "usage",
        description = "Shows how much the mirror holds and gave out, by tool.",
        footer = {"", "Examples:", "  atmos hub mirror usage", "  atmos hub mirror usage --json"})
final class MirrorUsageCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--json", description = "Shows it as JSON.")
    private boolean json;

    MirrorUsageCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            MirrorUsage usage = hub.mirror().usage();
            if (json) {
                terminal.out().json(usage);
                return Atmos.DONE;
            }
            usage.tools()
                    .forEach(tool -> terminal.out()
                            .line("%-40s %3d versions  %9s  taken %,d times, %s"
                                    .formatted(
                                            tool.tool().isEmpty() ? "(other files)" : tool.tool(),
                                            tool.versions().size(),
                                            ScreenProgress.bytes(tool.bytes()),
                                            tool.downloads(),
                                            ScreenProgress.bytes(tool.downloadedBytes()))));
            terminal.err()
                    .line("%,d files, %s on disk; %,d undecided in quarantine, %,d recalled."
                            .formatted(
                                    usage.files(),
                                    ScreenProgress.bytes(usage.bytes()),
                                    usage.undecided(),
                                    usage.recalled()));
        }
        return Atmos.DONE;
    }
}
