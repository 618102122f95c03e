package io.atmoshub.cli.hub;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.policy.PolicyFinding;
import io.atmoshub.hub.policy.PolicyText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos hub policy check`.
@Command(
        name = "check",
        description = "Checks a policy before anybody saves it (for admins): exit code 1 when it has an error.",
        footer = {"", "Examples:", "  atmos hub policy check policy.yaml", "  atmos hub policy check policy.yaml --json"
        })
final class CheckPolicyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The policy, in YAML.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--json", description = "Shows what it finds as JSON.")
    private boolean json;

    CheckPolicyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            List<PolicyFinding> findings = hub.policies().check(new PolicyText(text()));
            if (json) {
                terminal.out().json(findings);
            } else {
                findings.forEach(this::show);
            }
            boolean errors = findings.stream().anyMatch(PolicyFinding::error);
            if (!errors) {
                terminal.err().line("%s can be saved.".formatted(file));
            }
            return errors ? Atmos.FAILED : Atmos.DONE;
        }
    }

    private void show(PolicyFinding finding) {
        terminal.out()
                .line(
                        finding.error() ? Screen.Style.BAD : Screen.Style.FAINT,
                        "%s:%d:%d: %s %s"
                                .formatted(file, finding.line(), finding.column(), finding.problem(), finding.hint()));
    }

    private String text() {
        try {
            return Files.readString(terminal.folder().resolve(file));
        } catch (IOException e) {
            throw new HubException(
                    ErrorCode.NOT_FOUND,
                    "%s can't be read.".formatted(file),
                    "Name a file with a policy, in YAML and UTF-8.",
                    e);
        }
    }
}
