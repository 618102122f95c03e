package io.atmoshub.stacks;

import io.atmoshub.stacks.manifest.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// A stack: the components that manifests put under one name.
///
/// @param manifests of the stack, most often one
/// @param components by type and name, in the order of manifests
public record Stack(String name, List<Manifest> manifests, List<Component> components) {
    public Stack {
        manifests = List.copyOf(manifests);
        components = List.copyOf(components);
    }

    /// The key of its first manifest.
    public String file() {
        return manifests.getFirst().key();
    }

    /// Keys of everything its manifests import, directly or not.
    public SortedSet<String> imports() {
        SortedSet<String> keys = new TreeSet<>();
        manifests.forEach(manifest -> keys.addAll(manifest.importKeys()));
        return keys;
    }

    public Optional<Component> component(String type, String component) {
        return components.stream()
                .filter(each -> each.type().equals(type) && each.name().equals(component))
                .findFirst();
    }

    /// Components of any type with a name; of one type more than one only where manifests contradict each other.
    public List<Component> named(String component) {
        return components.stream().filter(each -> each.name().equals(component)).toList();
    }
}
