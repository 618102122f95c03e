package io.atmoshub.cli.ai;

import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `atmos ai ask`.
@Command(
        name = "ask",
        description =
                "Asks the assistant and shows its answer as it is written. Without a hub, the built-in assistant answers about the folder you are in.",
        footer = {
            "",
            "Examples:",
            "  atmos ai ask \"Which components does prod have?\"",
            "  git diff | atmos ai ask --session last -"
        })
final class AskCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "QUESTION",
            arity = "0..*",
            description = "What to ask; \"-\", or none with something piped in, reads it from standard input.")
    private List<String> words = List.of();

    @Option(
            names = {"-s", "--session"},
            paramLabel = "ID|last|new",
            description = "The session to ask in (default: a new one). The beginning of an id is enough.")
    private @Nullable String session;

    @Option(
            names = {"-p", "--project"},
            paramLabel = "NAME",
            description = "The project that a new session is about.")
    private @Nullable String project;

    @Option(names = "--shared", description = "Lets everyone in the organisation see the new session.")
    private boolean shared;

    @Option(
            names = "--agent",
            paramLabel = "NAME",
            description = "Who answers from here on: general, stack-analyzer, component-refactor, security-auditor,"
                    + " config-validator or one of the project's own.")
    private @Nullable String agent;

    @Option(
            names = "--provider",
            paramLabel = "PROVIDER",
            description = "Whose model answers in this session from here on, such as anthropic.")
    private @Nullable String provider;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "Which model answers in this session from here on; atmos ai models lists them.")
    private @Nullable String model;

    @Option(
            names = "--plan",
            description =
                    "The assistant looks and changes nothing, and ends in a plan; atmos ai approve starts the work.")
    private boolean plan;

    @Option(names = "--json", description = "Shows the events of the answer, one JSON object a line.")
    private boolean json;

    AskCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Message message = plan ? Message.toPlan(question()) : Message.of(question());
        Credentials credentials = Credentials.of(terminal.environment());
        if (credentials.read().isPresent()) {
            try (HubOverHttp hub = credentials.hub()) {
                var place = new SessionPlace(hub, terminal.folder());
                Session asked = new WantedModel(provider, model).chosenIn(hub, place.find(session, project, shared));
                if (agent != null) {
                    hub.sessions().chooseAgent(asked.id(), agent);
                }
                return new HubAsk(terminal, hub, json).ask(asked, message);
            }
        }
        if (session != null || project != null || shared) {
            throw new HubException(
                    ErrorCode.NOT_SIGNED_IN,
                    "Sessions and projects are kept by a hub, and you are not logged in to one.",
                    "Make a token on the hub's My tokens page, then: atmos hub login URL --token-stdin");
        }
        if (provider != null || model != null) {
            throw new HubException(
                    ErrorCode.NOT_SIGNED_IN,
                    "Models of providers answer through a hub, and you are not logged in to one.",
                    "Make a token on the hub's My tokens page, then: atmos hub login URL --token-stdin");
        }
        return new LocalAsk(terminal, json, agent).ask(message);
    }

    private String question() throws IOException {
        if (words.equals(List.of("-")) || (words.isEmpty() && terminal.piped())) {
            // One sign more than is allowed is enough to be refused for its length.
            byte[] bytes = terminal.in().readNBytes(4 * Message.LONGEST + 4);
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (words.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "What do you want to ask?");
        }
        return String.join(" ", words);
    }
}
