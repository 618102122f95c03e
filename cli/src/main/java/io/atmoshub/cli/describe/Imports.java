package io.atmoshub.cli.describe;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.manifest.Manifest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which line imports each manifest of a stack.
record Imports(Map<String, Line> lines) {
    /// @param depth of the manifest the line stands in
    private record Line(Origin origin, int depth) {}

    static Imports of(Component component) {
        var lines = new HashMap<String, Line>();
        collect(component.manifest(), 1, lines, new HashSet<>());
        return new Imports(lines);
    }

    private static void collect(Manifest manifest, int depth, Map<String, Line> lines, Set<Manifest> seen) {
        if (!seen.add(manifest)) {
            return;
        }
        for (Manifest.Imported each : manifest.imports()) {
            lines.merge(
                    each.manifest().key(),
                    new Line(each.by(), depth),
                    (known, found) -> found.depth() < known.depth() ? found : known);
            collect(each.manifest(), depth + 1, lines, seen);
        }
    }

    String remark(String key, Component component) {
        Line line = lines.get(key);
        return line == null ? "" : ProvenanceYaml.remark(line.origin(), line.depth(), component);
    }
}
