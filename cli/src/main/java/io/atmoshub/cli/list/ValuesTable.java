package io.atmoshub.cli.list;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.Failure;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.Stacks;
import io.atmoshub.cli.describe.ProcessingOptions;
import io.atmoshub.cli.output.Rows;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.project.query.Query;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Spelling;
import io.atmoshub.stacks.StackEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/// A table with a row for each value and a column for each stack; or, for all components, a row for each of them.
abstract class ValuesTable implements Callable<Integer> {
    private static final Pattern FIRST = Pattern.compile("\\s*\\.([A-Za-z_]+)\\b.*", Pattern.DOTALL);

    private final Terminal terminal;
    private final GlobalOptions options;

    @Mixin
    private Instances instances = new Instances();

    @Mixin
    private ProcessingOptions processing = new ProcessingOptions();

    @Mixin
    private Rows rows = new Rows();

    ValuesTable(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    /// The component that is meant; null for all.
    protected abstract @Nullable String component();

    protected abstract String query();

    @Override
    public Integer call() {
        var query = Query.of(query());
        StackEngine engine = Stacks.open(options, terminal);
        List<Component> all = instances.of(engine);
        String name = component();
        List<Component> wanted = all.stream()
                .filter(each -> name == null || each.name().equals(name))
                .toList();
        if (name != null && wanted.isEmpty()) {
            Set<String> known = new TreeSet<>(all.stream().map(Component::name).toList());
            throw Failure.of(
                    "There is no component \"%s\".".formatted(name),
                    Spelling.suggestion(name, known) + "See all with: atmos list components");
        }
        if (name == null) {
            rows.show(terminal, List.of("Component", "Stack", "Value"), each(wanted, query));
        } else {
            sideBySide(wanted, query);
        }
        return Atmos.DONE;
    }

    private List<List<@Nullable Object>> each(List<Component> wanted, Query query) {
        var found = new ArrayList<List<@Nullable Object>>();
        for (Component each : wanted) {
            Object value = value(each, query);
            if (value != null && !(value instanceof Map<?, ?> map && map.isEmpty())) {
                var row = new ArrayList<@Nullable Object>(List.of(each.name(), each.stack()));
                row.add(value);
                found.add(row);
            }
        }
        return found;
    }

    private void sideBySide(List<Component> wanted, Query query) {
        var columns = new ArrayList<String>(List.of("Key"));
        var byKey = new LinkedHashMap<String, List<@Nullable Object>>();
        for (Component each : wanted) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            switch (value(each, query)) {
                case Map<?, ?> map -> map.forEach((key, value) -> values.put(String.valueOf(key), value));
                case null -> {}
                case Object one -> values.put("value", one);
            }
            int column = columns.size();
            columns.add(each.stack());
            values.forEach((key, value) -> {
                List<@Nullable Object> row = byKey.computeIfAbsent(key, first -> new ArrayList<>(List.of(first)));
                while (row.size() < column) {
                    row.add(null);
                }
                row.add(value);
            });
        }
        var found = new ArrayList<List<@Nullable Object>>();
        byKey.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            List<@Nullable Object> row = entry.getValue();
            while (row.size() < columns.size()) {
                row.add(null);
            }
            found.add(row);
        });
        rows.show(terminal, columns, found);
    }

    /// Works out no other section than the expression begins with.
    private @Nullable Object value(Component each, Query query) {
        Matcher first = FIRST.matcher(query());
        var resolved = first.matches() && each.section().get(first.group(1)) != null
                ? each.resolved(processing.processing(), Set.of(first.group(1)))
                : each.resolved(processing.processing());
        return query.one(resolved.section().toJava());
    }
}
