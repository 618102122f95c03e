package io.atmoshub.web.stack;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.atmoshub.hub.stack.ComponentValue;
import io.atmoshub.hub.stack.Import;
import io.atmoshub.hub.stack.MergedComponent;
import io.atmoshub.hub.stack.ValueLayer;
import io.atmoshub.web.face.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which files a stack is made of; those that set values of the component stand out.
final class ImportGraph {
    private final MergedComponent component;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<String, List<String>> imports = new HashMap<>();
    private final Map<String, String> importedAt = new HashMap<>();
    private final Map<String, Integer> sets = new HashMap<>();

    private ImportGraph(MergedComponent component) {
        this.component = component;
        for (Import each : component.imports()) {
            imports.computeIfAbsent(each.by().file(), file -> new ArrayList<>()).add(each.file());
            importedAt.putIfAbsent(each.file(), each.by().toString());
        }
        place(component.manifest(), 0, new HashSet<>());
        for (ComponentValue value : component.values()) {
            Set<String> files = new HashSet<>();
            if (value.kind() != ComponentValue.Kind.MAPPING && value.kind() != ComponentValue.Kind.LIST) {
                value.layers().stream()
                        .filter(ValueLayer::counts)
                        .forEach(layer -> files.add(layer.at().file()));
            }
            files.forEach(file -> sets.merge(file, 1, Integer::sum));
        }
    }

    static Component of(MergedComponent component) {
        return new ImportGraph(component).drawn();
    }

    /// As far to the right as its longest way from the stack.
    private void place(String file, int column, Set<String> above) {
        if (column > columns.getOrDefault(file, -1) && above.add(file)) {
            columns.put(file, column);
            imports.getOrDefault(file, List.of()).forEach(each -> place(each, column + 1, above));
            above.remove(file);
        }
    }

    private Component drawn() {
        var about = new Paragraph(Words.of("stacks.imports.about", columns.size() - 1, sets.size()));
        about.addClassName("quiet");
        List<Graph.Box> boxes = new ArrayList<>();
        columns.forEach((file, column) -> boxes.add(box(file, column)));
        List<Graph.Line> lines = new ArrayList<>();
        imports.forEach((by, files) -> files.stream().distinct().forEach(file -> lines.add(new Graph.Line(by, file))));
        return new Div(about, new Graph(Words.of("stacks.imports"), boxes, lines));
    }

    private Graph.Box box(String file, int column) {
        int slash = file.lastIndexOf('/');
        int count = sets.getOrDefault(file, 0);
        String title = column == 0
                ? file
                : Words.of("stacks.importedAt", file, importedAt.getOrDefault(file, component.manifest()));
        return new Graph.Box(
                file,
                column,
                count == 0
                        ? file.substring(0, Math.max(0, slash))
                        : Words.of("stacks.sets", count, file.substring(0, Math.max(0, slash))),
                file.substring(slash + 1),
                title,
                column == 0 ? Graph.Tone.HERE : count > 0 ? Graph.Tone.MATTERS : Graph.Tone.QUIET,
                null);
    }
}
