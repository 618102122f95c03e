package io.atmoshub.cli.list;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.output.Rows;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.cli.workflow.WorkflowFiles;
import io.atmoshub.project.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `atmos list workflows`.
@Command(
        name = "workflows",
        description = "Lists the workflows, with the file of each.",
        footer = {"", "Examples:", "  atmos list workflows", "  atmos list workflows --format json"})
final class ListWorkflowsCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions options;

    @Mixin
    private Rows rows = new Rows();

    @Option(names = "--file", paramLabel = "FILE", description = "Only those of this file.")
    private @Nullable String file;

    ListWorkflowsCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() {
        var found = new ArrayList<List<String>>();
        var files = new WorkflowFiles(options.project(terminal));
        for (WorkflowFiles.File each : file == null ? files.all() : List.of(files.named(file))) {
            each.workflows().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(workflow -> found.add(List.of(
                            each.name(),
                            workflow.getKey(),
                            workflow.getValue().get("description") instanceof YamlNode.Scalar text
                                    ? text.text().strip()
                                    : "")));
        }
        rows.show(terminal, List.of("File", "Workflow", "Description"), found);
        return Atmos.DONE;
    }
}
