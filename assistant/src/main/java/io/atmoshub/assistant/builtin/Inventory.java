package io.atmoshub.assistant.builtin;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Which components and stacks there are, as the folders tell.
record Inventory() implements Reply {
    @Override
    public Optional<String> reply(Looks looks) {
        var files = looks.listAll();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        List<String> components = components(files.get().paths());
        List<String> stacks = stacks(files.get().paths());
        StringBuilder text = new StringBuilder();
        text.append("## Components\n\n");
        if (components.isEmpty()) {
            text.append("There is no Terraform folder under `components/`.\n");
        } else {
            text.append("| component | folder |\n| --- | --- |\n");
            components.stream()
                    .limit(60)
                    .forEach(c -> text.append("| `%s` | `%s` |\n"
                            .formatted(c, folder(c, files.get().paths()))));
        }
        text.append("\n## Stacks\n\n");
        if (stacks.isEmpty()) {
            text.append("There is no stack file under `stacks/`.\n");
        } else {
            stacks.stream()
                    .limit(60)
                    .forEach(stack -> text.append("- `").append(stack).append("`\n"));
        }
        text.append("\nFrom the paths of %d files; catalog, mixins and `_defaults` are left out. "
                .formatted(files.get().paths().size()));
        if (!components.isEmpty()) {
            text.append("Ask \"What does the %s component do?\" for one of them.".formatted(components.getFirst()));
        }
        return Optional.of(text.toString());
    }

    /// Folders below `components/<kind>/` with Terraform files right in them.
    static List<String> components(List<String> paths) {
        TreeSet<String> found = new TreeSet<>();
        for (String path : paths) {
            String[] parts = path.split("/", 3);
            int slash = path.lastIndexOf('/');
            if (parts.length == 3 && parts[0].equals("components") && path.endsWith(".tf") && parts[2].contains("/")) {
                found.add(path.substring(parts[0].length() + parts[1].length() + 2, slash));
            }
        }
        return List.copyOf(found);
    }

    static String folder(String component, List<String> paths) {
        return paths.stream()
                .filter(path -> path.startsWith("components/") && path.contains("/" + component + "/"))
                .map(path -> path.substring(0, path.indexOf("/" + component + "/") + component.length() + 1))
                .findFirst()
                .orElse("components/terraform/" + component);
    }

    static List<String> stacks(List<String> paths) {
        return paths.stream()
                .filter(path -> path.matches("stacks/.*\\.ya?ml(\\.tmpl)?"))
                .filter(path -> !path.matches("stacks/(catalog|mixins|workflows|schemas?)/.*|.*/_[^/]*"))
                .toList();
    }
}
