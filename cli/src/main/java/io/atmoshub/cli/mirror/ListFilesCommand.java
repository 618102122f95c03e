package io.atmoshub.cli.mirror;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.cli.toolchain.ScreenProgress;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.mirror.MirrorFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos hub mirror list`.
@Command(
        name = "list",
        aliases = "ls",
        description = "Lists what the mirror holds, newest first: hash, size, who vouches for it, address.",
        footer = {"", "Examples:", "  atmos hub mirror list", "  atmos hub mirror list opentofu linux_amd64 --json"})
final class ListFilesCommand implements Callable<Integer> {
    private static final int DIGITS = 12;

    private final Terminal terminal;

    @Parameters(
            paramLabel = "WORD",
            arity = "0..*",
            description = "Only what has all these words in address, tool or version, or a hash that begins so.")
    private List<String> words = List.of();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "At most this many (default: 50).")
    private int limit = 50;

    @Option(names = "--json", description = "Shows them as JSON.")
    private boolean json;

    ListFilesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            List<MirrorFile> files = files(hub);
            if (json) {
                terminal.out().json(files);
            } else {
                files.forEach(this::show);
            }
            if (files.isEmpty()) {
                terminal.err().line(words.isEmpty() ? "The mirror holds nothing yet." : "The mirror has no such file.");
            }
        }
        return Atmos.DONE;
    }

    private List<MirrorFile> files(HubOverHttp hub) {
        var files = new ArrayList<MirrorFile>();
        var request = PageRequest.first(Math.min(limit, PageRequest.MOST));
        while (true) {
            Page<MirrorFile> page = hub.mirror().files(String.join(" ", words), request);
            files.addAll(page.items());
            if (page.next() == null || files.size() >= limit) {
                return files;
            }
            request = new PageRequest(page.next(), Math.min(limit - files.size(), PageRequest.MOST));
        }
    }

    private void show(MirrorFile file) {
        String line = "%s  %9s  %-10s  %s"
                .formatted(
                        file.sha256().substring(0, DIGITS),
                        ScreenProgress.bytes(file.size()),
                        Words.of(file.verified()),
                        file.address());
        if (file.recalled() == null) {
            terminal.out().line(line);
        } else {
            terminal.out().line(Screen.Style.BAD, line + "  recalled: " + file.recalled());
        }
    }
}
