package io.atmoshub.cli.describe;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.Failure;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.Stacks;
import io.atmoshub.cli.output.Document;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.project.DescribeConfig;
import io.atmoshub.project.Project;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Resolved;
import io.atmoshub.stacks.StackEngine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `atmos describe component`.
@Command(
        name = "component",
        description = "Shows a component in a stack: every section, merged.",
        footer = {
            "",
            "Examples:",
            "  atmos describe component vpc -s platform-prod-euw1",
            "  atmos describe component vpc -s platform-prod-euw1 --query .vars --format json"
        })
final class DescribeComponentCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions options;

    @Mixin
    private NamedComponent named = new NamedComponent();

    @Option(
            names = "--provenance",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Whether YAML says beside each value where it was set.")
    private @Nullable Boolean provenance;

    @Option(
            names = "--filter",
            paramLabel = "schema|full",
            description = "schema: what manifests say; full: also what is computed from it.")
    private @Nullable String filter;

    @Mixin
    private Document document = new Document();

    @Mixin
    private ProcessingOptions processing = new ProcessingOptions();

    DescribeComponentCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() {
        Project project = options.project(terminal);
        DescribeConfig defaults = project.describe();
        boolean full = filter == null ? defaults.full() : full(filter);
        boolean wanted = provenance == null ? defaults.provenance() : provenance;
        StackEngine engine = Stacks.open(project, options, terminal);
        Component component = named.in(engine, options.folder(terminal));
        Resolved resolved = component.resolved(processing.processing());
        resolved.unresolved().forEach(each -> terminal.err().line(each.toString()));
        var view = new ComponentView(project, component);
        Map<String, @Nullable Object> shown =
                full ? view.full(resolved, List.of("describe", "component"), Version.shown()) : view.written(resolved);
        if (wanted && document.plain(Document.Format.yaml)) {
            document.write(terminal, options.folder(terminal), ProvenanceYaml.write(component, shown));
        } else {
            document.show(terminal, options.folder(terminal), shown, Document.Format.yaml);
        }
        return Atmos.DONE;
    }

    private static boolean full(String filter) {
        return switch (filter) {
            case "full" -> true;
            case "schema" -> false;
            default -> throw Failure.of("There is no filter \"%s\".".formatted(filter), "Use schema or full.");
        };
    }
}
