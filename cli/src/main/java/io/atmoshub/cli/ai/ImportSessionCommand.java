package io.atmoshub.cli.ai;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.conversation.SessionExport;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;

/// `atmos ai sessions import`.
@Command(
        name = "import",
        description = "Takes an exported session in, as a private session of yours that goes on from there.",
        footer = {
            "",
            "Examples:",
            "  atmos ai sessions import zones.json",
            "  atmos ai sessions import --project network - < zones.json"
        })
final class ImportSessionCommand implements Callable<Integer> {
    private static final int MOST_BYTES = 8 << 20;

    private final Terminal terminal;

    @Parameters(
            paramLabel = "FILE",
            description = "What atmos ai sessions export --json wrote; \"-\" is standard input.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String file;

    @Option(
            names = {"-p", "--project"},
            paramLabel = "NAME",
            description = "The project that it is about here.")
    private @Nullable String project;

    @Option(names = "--json", description = "Shows the new session as JSON.")
    private boolean json;

    ImportSessionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        SessionExport export = read();
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            Project about = new SessionPlace(hub, terminal.folder()).project(project);
            Session made = hub.conversations().take(about.id(), export);
            if (json) {
                terminal.out().json(made);
            } else {
                terminal.err().line("Imported \"%s\".".formatted(made.name()));
                terminal.out().line(made.id().toString());
            }
        }
        return Atmos.DONE;
    }

    private SessionExport read() throws IOException {
        try {
            return HubJson.read(content(), SessionExport.class);
        } catch (JacksonException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof HubException own) {
                    throw own;
                }
            }
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "%s is no exported session: %s".formatted(file, e.getOriginalMessage()),
                    "Write one with: atmos ai sessions export SESSION --json",
                    e);
        }
    }

    private String content() throws IOException {
        byte[] bytes;
        if (file.equals("-")) {
            bytes = terminal.in().readNBytes(MOST_BYTES + 1);
        } else {
            try (var in = Files.newInputStream(terminal.folder().resolve(file))) {
                bytes = in.readNBytes(MOST_BYTES + 1);
            } catch (NoSuchFileException e) {
                throw new HubException(
                        ErrorCode.NOT_FOUND, "There is no file %s.".formatted(file), "Look at the path.", e);
            }
        }
        if (bytes.length > MOST_BYTES) {
            throw new HubException(
                    ErrorCode.TOO_LARGE,
                    "%s is larger than %d MiB.".formatted(file, MOST_BYTES >> 20),
                    "A session of this size stays a file.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
