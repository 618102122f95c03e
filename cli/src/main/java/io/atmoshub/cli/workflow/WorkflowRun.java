package io.atmoshub.cli.workflow;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.Failure;
import io.atmoshub.cli.terminal.Programs;
import io.atmoshub.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// One run of a workflow: its steps in order, each tried as often as it says, until one fails.
final class WorkflowRun {
    private static final Set<String> TYPES = Set.of("atmos", "shell", "script", "exec", "env");
    private static final Set<String> INTERACTIVE = Set.of("input", "confirm", "choose", "filter", "file", "write");
    private static final int CANNOT_RUN = 126;

    private final Terminal terminal;
    private final WorkflowCommand.Plan plan;
    private final Map<String, String> environment;
    private final Map<String, String> variables = new LinkedHashMap<>();

    WorkflowRun(Terminal terminal, WorkflowCommand.Plan plan, Map<String, String> environment) {
        this.terminal = terminal;
        this.plan = plan;
        this.environment = new HashMap<>(environment);
        this.environment.putAll(plan.workflow().environment());
    }

    int run() throws IOException, InterruptedException {
        List<Step> steps = steps();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            int code = step(step);
            if (code != 0) {
                for (Step late : steps.subList(i + 1, steps.size())) {
                    if (late.always()) {
                        step(late);
                    }
                }
                throw failed(step, code);
            }
        }
        return Atmos.DONE;
    }

    private List<Step> steps() {
        Workflow workflow = plan.workflow();
        if (workflow.steps().isEmpty()) {
            throw failure(
                    "workflow has no steps defined",
                    "Workflow %s is empty and requires at least one step to execute.".formatted(workflow.name()));
        }
        workflow.steps().forEach(this::check);
        if (plan.fromStep().isEmpty()) {
            return workflow.steps();
        }
        String from = plan.fromStep().get();
        List<String> names = workflow.steps().stream().map(Step::name).toList();
        if (!names.contains(from)) {
            throw failure(
                    "invalid from-step flag",
                    "The --from-step flag was set to %s, but this step does not exist in workflow %s.\n\n%s\n\n%s"
                            .formatted(
                                    from,
                                    workflow.name(),
                                    "### Available steps:",
                                    String.join(
                                            "\n",
                                            names.stream().map("  • "::concat).toList())));
        }
        return workflow.steps().subList(names.indexOf(from), names.size());
    }

    private void check(Step step) {
        if (INTERACTIVE.contains(step.type())) {
            throw failure(
                    "interactive workflow step",
                    "%s: step %s asks a person (type %s), which is not supported here."
                            .formatted(step.origin(), step.name(), step.type()),
                    "Give what it asks for with a variable in env, and take the step out.");
        }
        if (!TYPES.contains(step.type())) {
            throw failure(
                    "invalid workflow step type",
                    "Workflow %s step %s uses unsupported type %s.\n\n%s"
                            .formatted(plan.workflow().name(), step.name(), step.type(), step.origin()),
                    "Step type '%s' is not supported".formatted(step.type()),
                    "Each step must specify a valid type: 'atmos', 'shell', 'script', 'exec', or 'env'");
        }
    }

    private int step(Step step) throws IOException, InterruptedException {
        if (step.type().equals("env")) {
            variables.putAll(step.variables());
            if (step.export()) {
                environment.putAll(step.variables());
            }
            return Atmos.DONE;
        }
        if (plan.dryRun()) {
            terminal.out().line(shown(step));
            return Atmos.DONE;
        }
        Instant start = Instant.now();
        for (int attempt = 1; ; attempt++) {
            int code = once(step);
            Retry retry = step.retry();
            boolean late = Duration.between(start, Instant.now()).compareTo(retry.all()) > 0;
            if (code == 0 || attempt >= retry.attempts() || late) {
                return code;
            }
            Duration pause = retry.pause(attempt, ThreadLocalRandom.current().nextDouble());
            terminal.err()
                    .line("Step %s ended with exit code %d; attempt %d of %d follows in %d ms."
                            .formatted(step.name(), code, attempt + 1, retry.attempts(), pause.toMillis()));
            Thread.sleep(pause);
        }
    }

    private int once(Step step) throws IOException, InterruptedException {
        var environment = new HashMap<>(this.environment);
        environment.putAll(step.environment());
        Path folder = step.workingFolder()
                .or(plan.workflow()::workingFolder)
                .map(plan.basePath()::resolve)
                .orElse(terminal.folder());
        String command = rendered(step.command(), environment);
        if (step.type().equals("atmos")) {
            return atmos(step, command, folder, environment);
        }
        try {
            return Programs.run(terminal, List.of("/bin/sh", "-c", command), folder, environment);
        } catch (IOException e) {
            terminal.err().line(String.valueOf(e.getMessage()));
            return CANNOT_RUN;
        }
    }

    /// The same command again, in this process.
    private int atmos(Step step, String command, Path folder, Map<String, String> environment) {
        terminal.err().line("▶ Executing command: atmos " + command);
        List<String> words = Arguments.of(command);
        Optional<String> stack = stack(step);
        List<String> arguments = Stream.concat(
                        plan.options().stream(),
                        (stack.isPresent() ? Arguments.withStack(words, stack.get()) : words).stream())
                .toList();
        var again = new Terminal(
                terminal.out(),
                terminal.err(),
                terminal.in(),
                terminal.piped(),
                terminal.interactive(),
                terminal.keys(),
                terminal.interrupts(),
                environment,
                folder);
        int code = Atmos.run(again, arguments.toArray(String[]::new));
        // Misused it was by whoever wrote the workflow, not by whoever runs it.
        return code == Atmos.MISUSED ? Atmos.FAILED : code;
    }

    private String rendered(String command, Map<String, String> environment) {
        if (!command.contains("{{")) {
            return command;
        }
        var seen = new HashMap<String, String>(environment);
        seen.putAll(variables);
        return StepTemplates.render(command, seen);
    }

    private Optional<String> stack(Step step) {
        return plan.stack().or(step::stack).or(plan.workflow()::stack);
    }

    /// The step as a person would type it.
    private String shown(Step step) {
        if (!step.type().equals("atmos")) {
            return step.command();
        }
        return "atmos " + step.command()
                + stack(step).map(" -s '%s'"::formatted).orElse("");
    }

    private Failure failed(Step step, int code) {
        String again = "atmos workflow %s -f %s --from-step '%s'%s"
                .formatted(
                        plan.workflow().name(),
                        plan.file(),
                        step.name(),
                        plan.stack()
                                .or(plan.workflow()::stack)
                                .map(" -s '%s'"::formatted)
                                .orElse(""));
        return new Failure(
                "Workflow Error",
                "workflow step execution failed: max attempts (%d) exceeded, last error: subcommand exited with code %d"
                        .formatted(step.retry().attempts(), code),
                "The following command failed to execute:\n\n %s"
                        .formatted(shown(step).strip().replace("\n", "\n ")),
                List.of("To resume the workflow from this step, run:\n\n " + again),
                code);
    }

    private static Failure failure(String what, String explanation, String... hints) {
        return new Failure("Workflow Error", what, explanation, List.of(hints), Atmos.FAILED);
    }
}
