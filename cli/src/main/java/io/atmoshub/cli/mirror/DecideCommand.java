package io.atmoshub.cli.mirror;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.mirror.QuarantineDecision;
import io.atmoshub.hub.mirror.QuarantineDecision.Choice;
import io.atmoshub.hub.mirror.QuarantinedFile;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// `atmos hub mirror decide`.
@Command(
        name = "decide",
        description = "Decides about a file in quarantine (for admins): keep what was pinned, or accept what is new.",
        footer = {
            "",
            "Examples:",
            "  atmos hub mirror decide 3f2a91c4 keep --reason \"The release was replaced without a word.\"",
            "  atmos hub mirror decide 3f2a91c4 accept --reason \"Signed anew, see their advisory.\""
        })
final class DecideCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "ID", description = "Its id, or the beginning of it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String id;

    @Parameters(index = "1", paramLabel = "keep|accept", converter = Chosen.class, description = "What becomes of it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Choice choice;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, in a sentence.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reason;

    @Option(names = "--json", description = "Shows what was decided as JSON.")
    private boolean json;

    DecideCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            QuarantinedFile decided =
                    hub.mirror().decide(only(hub.mirror().quarantine()).id(), new QuarantineDecision(choice, reason));
            if (json) {
                terminal.out().json(decided);
            } else {
                terminal.err()
                        .line("%s is pinned to sha256:%s."
                                .formatted(decided.address(), choice == Choice.KEEP ? decided.kept() : decided.seen()));
            }
        }
        return Atmos.DONE;
    }

    private QuarantinedFile only(List<QuarantinedFile> files) {
        List<QuarantinedFile> meant = files.stream()
                .filter(file -> !id.isEmpty() && file.id().toString().startsWith(id))
                .toList();
        if (meant.size() != 1) {
            throw new HubException(
                    ErrorCode.NOT_FOUND,
                    "%d files in quarantine have an id that begins with \"%s\".".formatted(meant.size(), id),
                    "See them with: atmos hub mirror quarantine --all");
        }
        return meant.getFirst();
    }

    static final class Chosen implements ITypeConverter<Choice> {
        @Override
        public Choice convert(String value) {
            try {
                return Choice.valueOf(value.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException _) {
                throw new TypeConversionException("choose keep or accept");
            }
        }
    }
}
