package io.atmoshub.stacks.manifest;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A manifest with everything it imports, directly or not.
///
/// @param key its path below the stacks folder, without extension
/// @param file its path below the stacks folder
/// @param own what stands in it, with overrides applied
/// @param merged that over what it imports
/// @param imports in the order in which they are merged, one file as often as it is imported
/// @param inline overrides written in it, and given to it by who imports it
/// @param imported overrides of what it imports
public record Manifest(
        String key,
        String file,
        YamlMapping own,
        YamlMapping merged,
        List<Imported> imports,
        Overrides inline,
        Overrides imported) {
    /// A manifest that another imports, and where that says so.
    public record Imported(Origin by, Manifest manifest) {}

    public Manifest {
        imports = List.copyOf(imports);
    }

    /// Keys of everything it imports, directly or not, sorted.
    public SortedSet<String> importKeys() {
        SortedSet<String> keys = new TreeSet<>();
        parts().forEach(part -> keys.add(part.manifest().key()));
        boolean imported = parts().stream()
                .anyMatch(part ->
                        !part.manifest().equals(this) && part.manifest().key().equals(key));
        if (!imported) {
            keys.remove(key);
        }
        return keys;
    }

    /// One manifest of those that are merged, and how far from the stack: 1 is the stack itself.
    public record Part(Manifest manifest, int depth) {}

    /// Every manifest in the order in which they are merged, this one last. One that is merged more than once stands
    /// where it counts: at its last place.
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        collect(1, new HashSet<>(), parts);
        return parts.reversed();
    }

    private void collect(int depth, Set<Manifest> seen, List<Part> lastFirst) {
        if (seen.add(this)) {
            lastFirst.add(new Part(this, depth));
            for (Imported each : imports.reversed()) {
                each.manifest().collect(depth + 1, seen, lastFirst);
            }
        }
    }

    /// The same content is another manifest where it is merged under other circumstances.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
