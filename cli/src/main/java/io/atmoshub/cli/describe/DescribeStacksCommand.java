package io.atmoshub.cli.describe;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.Stacks;
import io.atmoshub.cli.output.Document;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Resolved;
import io.atmoshub.stacks.Stack;
import io.atmoshub.stacks.StackEngine;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `atmos describe stacks`.
@Command(
        name = "stacks",
        description = "Shows stacks with their components, merged.",
        footer = {
            "",
            "Examples:",
            "  atmos describe stacks -s platform-prod-euw1",
            "  atmos describe stacks --components vpc --sections vars --format json"
        })
final class DescribeStacksCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions options;

    @Option(
            names = {"-s", "--stack"},
            paramLabel = "STACK",
            description = "Only this stack, by its name or its manifest.")
    private @Nullable String stack;

    @Option(names = "--components", split = ",", paramLabel = "NAME", description = "Only these components.")
    private List<String> components = List.of();

    @Option(
            names = "--component-types",
            split = ",",
            paramLabel = "TYPE",
            description = "Only these, such as terraform.")
    private List<String> types = List.of();

    @Option(names = "--sections", split = ",", paramLabel = "SECTION", description = "Only these, such as vars.")
    private List<String> sections = List.of();

    @Option(
            names = "--include-empty-stacks",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Also stacks of which nothing is left.")
    private boolean empty;

    @Mixin
    private Document document = new Document();

    @Mixin
    private ProcessingOptions processing = new ProcessingOptions();

    DescribeStacksCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() {
        StackEngine engine = Stacks.open(options, terminal);
        if (stack != null && engine.stacks().stream().noneMatch(this::wanted)) {
            engine.required(stack);
        }
        if (stack != null) {
            // As in Atmos: what is wrong in another stack is not passed over in silence.
            engine.stacks().parallelStream().forEach(each -> each.components().forEach(Component::section));
        }
        List<String> names =
                engine.stacks().stream().filter(this::wanted).map(Stack::name).toList();
        document.show(
                terminal,
                options.folder(terminal),
                names,
                name -> engine.stack(name).flatMap(this::content),
                Document.Format.yaml);
        return Atmos.DONE;
    }

    private boolean wanted(Stack each) {
        return stack == null
                || each.name().equals(stack)
                || each.manifests().stream().anyMatch(manifest -> manifest.key().equals(stack));
    }

    /// Nothing where it is empty and need not be shown.
    private Optional<Map<String, ?>> content(Stack each) {
        var content = new TreeMap<String, Map<String, @Nullable Object>>();
        for (Component component : each.components()) {
            boolean named = components.isEmpty() || components.contains(component.name());
            boolean typed = types.isEmpty() || types.contains(component.type());
            if (named && typed) {
                content.computeIfAbsent(component.type(), type -> new TreeMap<>())
                        .put(component.name(), section(component));
            }
        }
        return content.isEmpty() && !empty ? Optional.empty() : Optional.of(Map.of("components", content));
    }

    private Map<String, @Nullable Object> section(Component component) {
        Set<String> only = new HashSet<>(sections);
        Resolved resolved = only.isEmpty()
                ? component.resolved(processing.processing())
                : component.resolved(processing.processing(), only);
        var shown = new LinkedHashMap<String, @Nullable Object>();
        resolved.section().forEach(entry -> {
            if ((only.isEmpty() && !entry.key().equals("locals")) || only.contains(entry.key())) {
                shown.put(entry.key(), entry.value());
            }
        });
        if (only.isEmpty() || only.contains("inheritance")) {
            shown.put("inheritance", component.inheritance());
        }
        return shown;
    }
}
