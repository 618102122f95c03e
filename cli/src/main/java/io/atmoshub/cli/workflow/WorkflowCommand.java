package io.atmoshub.cli.workflow;

import io.atmoshub.cli.Failure;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.Stacks;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.cli.toolchain.ProjectTools;
import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.StackEngine;
import io.atmoshub.stacks.ToolDemands;
import io.atmoshub.stacks.ToolRequirement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos workflow`.
@Command(
        name = "workflow",
        description = "Runs a workflow: its steps one after another, until one fails.",
        footer = {
            "",
            "Examples:",
            "  atmos workflow rollout -s platform-prod-euw1",
            "  atmos workflow rollout -f platform --from-step plan --dry-run"
        })
public final class WorkflowCommand implements Callable<Integer> {
    /// What is to be run.
    ///
    /// @param file the name of the workflow's file, as a person gives it
    /// @param options the global options to give on to `atmos` steps
    record Plan(
            Workflow workflow,
            String file,
            Optional<String> stack,
            Optional<String> fromStep,
            boolean dryRun,
            Path basePath,
            List<String> options) {}

    private final Terminal terminal;
    private final GlobalOptions options;

    @Parameters(paramLabel = "WORKFLOW", description = "Its name; atmos list workflows shows them.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The file it is in, when several have one of that name.")
    private @Nullable String file;

    @Option(
            names = {"-s", "--stack"},
            paramLabel = "STACK",
            description = "The stack for its atmos steps, over what the workflow says.")
    private @Nullable String stack;

    @Option(names = "--from-step", paramLabel = "STEP", description = "The step to begin with.")
    private @Nullable String fromStep;

    @Option(names = "--dry-run", description = "Shows the steps and runs nothing.")
    private boolean dryRun;

    public WorkflowCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        Project project = options.project(terminal);
        var files = new WorkflowFiles(project);
        WorkflowFiles.File from = file == null ? only(files) : files.named(file);
        YamlMapping written = from.workflows().get(name);
        if (written == null) {
            throw new Failure(
                    "Error",
                    "no workflow found",
                    "No workflow exists with name %s".formatted(name),
                    List.of("Available workflows in %s:\n\n%s"
                            .formatted(
                                    from.name(),
                                    String.join(
                                            "\n",
                                            from.names().stream()
                                                    .map("  • "::concat)
                                                    .toList()))),
                    1);
        }
        var plan = new Plan(
                Workflow.of(name, written),
                from.name().replaceFirst("\\.ya?ml$", ""),
                Optional.ofNullable(stack),
                Optional.ofNullable(fromStep),
                dryRun,
                project.basePath(),
                options.again());
        var environment = new HashMap<>(terminal.environment());
        project.config().section("env").forEach((variable, value) -> environment.put(variable, String.valueOf(value)));
        if (!dryRun && written.get("dependencies") != null) {
            try (var tools = new ProjectTools(terminal, options)) {
                environment.put("PATH", tools.pathWith(tools(project, written, plan)));
            }
        }
        return new WorkflowRun(inItsFolder(), plan, environment).run();
    }

    /// What the workflow depends on, which has to go together with what its stack does.
    private List<ToolRequirement> tools(Project project, YamlMapping written, Plan plan) {
        List<ToolRequirement> ofStack = plan.stack()
                .or(plan.workflow()::stack)
                .map(name -> {
                    StackEngine engine = Stacks.open(project, options, terminal);
                    return engine.tools(engine.required(name));
                })
                .orElse(List.of());
        return ToolDemands.of(project, ofStack, written);
    }

    /// The one file that has a workflow of this name.
    private WorkflowFiles.File only(WorkflowFiles files) {
        List<WorkflowFiles.File> all = files.all();
        List<WorkflowFiles.File> having =
                all.stream().filter(each -> each.workflows().containsKey(name)).toList();
        if (having.size() == 1) {
            return having.getFirst();
        }
        if (having.size() > 1) {
            var names = new ArrayList<String>();
            having.forEach(each -> names.add(each.name()));
            throw new Failure(
                    "Error",
                    "several workflows have this name",
                    "The workflow %s is in %s.".formatted(name, String.join(", ", names)),
                    List.of("Say which with: atmos workflow %s -f %s".formatted(name, names.getFirst())),
                    1);
        }
        throw new Failure(
                "Error",
                "no workflow found",
                "No workflow exists with name %s".formatted(name),
                List.of("See the workflows there are with: atmos list workflows"),
                1);
    }

    private Terminal inItsFolder() {
        return new Terminal(
                terminal.out(),
                terminal.err(),
                terminal.in(),
                terminal.piped(),
                terminal.interactive(),
                terminal.keys(),
                terminal.interrupts(),
                terminal.environment(),
                options.folder(terminal));
    }
}
