package io.atmoshub.cli.hub;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.policy.WhatHappens;
import io.atmoshub.hub.policy.WhatIf;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.project.ProjectId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos hub policy what-if`.
@Command(
        name = "what-if",
        description = "Tells what would happen to a call of a tool, and which rule says so.",
        footer = {
            "",
            "Examples:",
            "  atmos hub policy what-if file_write --path stacks/prod.yaml",
            "  atmos hub policy what-if atmos_terraform_apply --project acme --stack acme-prod-ue1 --person ana"
        })
final class WhatIfCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "TOOL", description = "The tool, such as file_write.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String tool;

    @Option(names = "--project", paramLabel = "NAME", description = "In this project, under its own rules too.")
    private @Nullable String project;

    @Option(names = "--person", paramLabel = "LOGIN", description = "If this person asked (for admins). Default: you.")
    private @Nullable String person;

    @Option(names = "--agent", paramLabel = "NAME", description = "If this agent worked.")
    private @Nullable String agent;

    @Option(
            names = {"-s", "--stack"},
            description = "The stack that it is about.")
    private @Nullable String stack;

    @Option(names = "--environment", paramLabel = "NAME", description = "Its environment. Default: the stack's.")
    private @Nullable String environment;

    @Option(names = "--component", paramLabel = "NAME", description = "The component that it is about.")
    private @Nullable String component;

    @Option(names = "--path", description = "The file that it is about.")
    private @Nullable String path;

    @Option(names = "--argument", paramLabel = "NAME=VALUE", description = "An argument of the call.")
    private Map<String, String> arguments = new LinkedHashMap<>();

    @Option(names = "--json", description = "Shows it as JSON.")
    private boolean json;

    WhatIfCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            WhatHappens happens = hub.policies()
                    .whatIf(new WhatIf(
                            tool, projectId(hub), person, agent, stack, environment, component, path, arguments, null));
            if (json) {
                terminal.out().json(happens);
            } else {
                terminal.out().line(happens.verb() + "  " + happens.rule());
                if (happens.demand().approvers() > 0) {
                    terminal.out()
                            .line("        wants %d with the role approver%s"
                                    .formatted(
                                            happens.demand().approvers(),
                                            happens.demand().notTheAsker() ? ", other than who asks" : ""));
                }
            }
        }
        return Atmos.DONE;
    }

    private @Nullable ProjectId projectId(HubOverHttp hub) {
        if (project == null) {
            return null;
        }
        return hub.projects().list(PageRequest.first(PageRequest.MOST)).items().stream()
                .filter(each -> each.name().value().equalsIgnoreCase(project))
                .map(Project::id)
                .findFirst()
                .orElseThrow(() -> new HubException(
                        ErrorCode.NOT_FOUND,
                        "The hub has no project \"%s\".".formatted(project),
                        "The web page shows its projects."));
    }
}
