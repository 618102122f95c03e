package io.atmoshub.cli.explain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.Failure;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.Stacks;
import io.atmoshub.cli.describe.NamedComponent;
import io.atmoshub.cli.output.Document;
import io.atmoshub.cli.output.FixedOrder;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Processing;
import io.atmoshub.stacks.Setting;
import io.atmoshub.stacks.Spelling;
import io.atmoshub.stacks.StackEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos explain`.
@Command(
        name = "explain",
        description = "Shows why a value of a component is what it is: every place that sets it, and which one won.",
        footer = {
            "",
            "Examples:",
            "  atmos explain vpc -s platform-prod-euw1 vars.cidr_block",
            "  atmos explain vpc -s platform-prod-euw1 vars.tags --json"
        })
public final class ExplainCommand implements Callable<Integer> {
    private static final Pattern STEP = Pattern.compile("\\[?\"([^\"]*)\"]?|\\[(\\d+)]|([^.\\[\\]\"]+)");

    private final Terminal terminal;
    private final GlobalOptions options;

    @Mixin
    private NamedComponent named = new NamedComponent();

    @Parameters(index = "1", paramLabel = "PATH", description = "The value, such as vars.tags.team.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String path;

    @Option(names = "--json", description = "Shows it as JSON.")
    private boolean json;

    public ExplainCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() {
        StackEngine engine = Stacks.open(options, terminal);
        Component component = named.in(engine, options.folder(terminal));
        List<String> keys = keys(path);
        YamlNode value = at(component.resolved(Processing.ALL).section(), keys);
        List<Setting> settings = component.settings(keys);
        if (value == null && settings.isEmpty()) {
            throw Failure.of(
                    "%s has no value at %s in the stack %s.".formatted(component.name(), path, named.stack()),
                    hint(component.section(), keys));
        }
        if (json) {
            terminal.out().text(Document.text(tree(component, value, settings), Document.Format.json));
        } else {
            text(component, value, settings);
        }
        return Atmos.DONE;
    }

    private void text(Component component, @Nullable YamlNode value, List<Setting> settings) {
        terminal.out().line("%s of %s in %s is %s".formatted(path, component.name(), named.stack(), words(value)));
        if (settings.isEmpty()) {
            terminal.out().line("No manifest sets it: it is computed.");
            return;
        }
        boolean merged = value instanceof YamlMapping;
        terminal.out().line(merged ? "Merged from, the strongest last:" : "Set by, the strongest last:");
        for (int i = 0; i < settings.size(); i++) {
            Setting each = settings.get(i);
            boolean won = i == settings.size() - 1 && !merged;
            terminal.out()
                    .line("%s %-28s %-40s %s"
                            .formatted(won ? "→" : " ", layer(each), each.origin(), words(each.value()))
                            .stripTrailing());
        }
    }

    private FixedOrder tree(Component component, @Nullable YamlNode value, List<Setting> settings) {
        var layers = new ArrayList<FixedOrder>();
        for (int i = 0; i < settings.size(); i++) {
            Setting each = settings.get(i);
            layers.add(new FixedOrder()
                    .and("layer", layer(each))
                    .and("manifest", each.manifest())
                    .and("file", each.origin().file())
                    .and("line", (long) each.origin().line())
                    .and("column", (long) each.origin().column())
                    .and("depth", (long) each.depth())
                    .and("value", each.value().toJava())
                    .and("won", i == settings.size() - 1));
        }
        return new FixedOrder()
                .and("component", component.name())
                .and("stack", named.stack())
                .and("path", path)
                .and("value", value == null ? null : value.toJava())
                .and("layers", layers);
    }

    private static String layer(Setting setting) {
        return switch (setting.kind()) {
            case CONFIG -> "atmos.yaml";
            case STACK -> "stack";
            case TYPE -> "type " + setting.layer();
            case BASE -> "base " + setting.layer();
            case COMPONENT -> "component " + setting.layer();
            case OVERRIDES -> "overrides";
        };
    }

    private static String words(@Nullable YamlNode value) {
        Object plain = value == null ? null : value.toJava();
        String text = Document.text(plain, Document.Format.json)
                .replaceAll("\\s*\\n\\s*", " ")
                .strip();
        return text.length() > 120 ? text.substring(0, 119) + "…" : text;
    }

    private static List<String> keys(String path) {
        var keys = new ArrayList<String>();
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            keys.add(step.group(1) != null ? step.group(1) : step.group(2) != null ? step.group(2) : step.group(3));
        }
        return keys;
    }

    private static @Nullable YamlNode at(YamlNode root, List<String> keys) {
        YamlNode here = root;
        for (String key : keys) {
            here = switch (here) {
                case YamlMapping mapping -> mapping.get(key);
                case YamlNode.Sequence list
                when key.matches("\\d{1,6}")
                        && Integer.parseInt(key) < list.items().size() ->
                    list.items().get(Integer.parseInt(key));
                case null, default -> null;
            };
        }
        return here;
    }

    private static String hint(YamlMapping section, List<String> keys) {
        YamlNode here = section;
        for (String key : keys) {
            if (!(here instanceof YamlMapping mapping)) {
                break;
            }
            YamlNode next = mapping.get(key);
            if (next == null) {
                List<String> known =
                        mapping.entries().stream().map(YamlMapping.Entry::key).toList();
                return Spelling.suggestion(key, known) + "There are: " + String.join(", ", known);
            }
            here = next;
        }
        return "See all values with: atmos describe component";
    }
}
