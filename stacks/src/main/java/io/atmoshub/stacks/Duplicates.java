package io.atmoshub.stacks;

import io.atmoshub.project.yaml.YamlMapping;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// One component in several manifests of a stack: fine as long as they say the same.
final class Duplicates {
    private static final Set<String> OF_THE_FILE = Set.of("atmos_stack_file", "atmos_manifest");

    private Duplicates() {}

    static Component onlyOne(List<Component> found) {
        Component first = found.getFirst();
        for (Component other : found.subList(1, found.size())) {
            if (!same(first, other)) {
                throw new StackException(
                        other.origin(),
                        "The component \"%s\" of the stack \"%s\" is defined here and, differently, at %s."
                                .formatted(other.name(), other.stack(), first.origin()),
                        "Give the stacks names of their own, or remove one of the two.");
            }
        }
        return found.getLast();
    }

    static boolean same(Component left, Component right) {
        return left.type().equals(right.type())
                && Objects.equals(comparable(left.section()), comparable(right.section()));
    }

    private static Object comparable(YamlMapping section) {
        YamlMapping.Builder some = section.toBuilder();
        OF_THE_FILE.forEach(some::remove);
        return Objects.requireNonNullElse(some.build().toJava(), "");
    }
}
