package io.atmoshub.stacks.validation;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Keys at the top of a manifest that are nearly one Atmos knows: it takes any other for the name of something it
/// does not know, and says nothing.
final class Misspelt {
    private static final Set<String> KNOWN = Set.of(
            "import",
            "vars",
            "settings",
            "env",
            "locals",
            "components",
            "terraform",
            "helmfile",
            "packer",
            "overrides",
            "dependencies",
            "hooks",
            "generate",
            "metadata",
            "workflows",
            "name");

    private Misspelt() {}

    /// @param types of components that the project has besides Atmos's own
    static List<Finding> in(YamlMapping manifest, Set<String> types) {
        var found = new ArrayList<Finding>();
        for (YamlMapping.Entry entry : manifest) {
            String key = entry.key();
            if (key.length() > 2 && !KNOWN.contains(key) && !types.contains(key)) {
                Spelling.closest(key, KNOWN)
                        .filter(near -> Math.abs(near.length() - key.length()) <= 2)
                        .ifPresent(near -> found.add(new Finding(
                                entry.place(),
                                "Nothing reads \"%s\".".formatted(key),
                                "Did you mean \"%s\"?".formatted(near))));
            }
        }
        return found;
    }
}
