package io.atmoshub.cli.describe;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.output.Document;
import io.atmoshub.cli.output.FixedOrder;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.cli.workflow.WorkflowFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `atmos describe workflows`.
@Command(
        name = "workflows",
        description = "Shows the workflows of the project.",
        footer = {"", "Examples:", "  atmos describe workflows", "  atmos describe workflows --output all --format json"
        })
final class DescribeWorkflowsCommand implements Callable<Integer> {
    /// How much is shown.
    enum Output {
        list,
        map,
        all
    }

    private final Terminal terminal;
    private final GlobalOptions options;

    @Mixin
    private Document document = new Document();

    @Option(
            names = {"-o", "--output"},
            defaultValue = "list",
            description = "list: pairs of file and workflow; map: the names by file; all: everything.")
    private Output output = Output.list;

    DescribeWorkflowsCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() {
        List<WorkflowFiles.File> files = new WorkflowFiles(options.project(terminal)).all();
        Object shown =
                switch (output) {
                    case list ->
                        files.stream()
                                .flatMap(file -> file.names().stream()
                                        .map(name -> new FixedOrder()
                                                .and("file", file.name())
                                                .and("workflow", name)))
                                .toList();
                    case map -> byFile(files, WorkflowFiles.File::names);
                    case all -> byFile(files, file -> file.written().toJava());
                };
        document.show(terminal, options.folder(terminal), shown, Document.Format.yaml);
        return Atmos.DONE;
    }

    private static Map<String, @Nullable Object> byFile(
            List<WorkflowFiles.File> files, Function<WorkflowFiles.File, @Nullable Object> what) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        files.forEach(file -> all.put(file.name(), what.apply(file)));
        return all;
    }
}
