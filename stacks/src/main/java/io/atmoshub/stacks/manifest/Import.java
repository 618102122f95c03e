package io.atmoshub.stacks.manifest;

import io.atmoshub.project.remote.RemoteAddress;
import io.atmoshub.project.remote.Ttl;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.Spelling;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.merge.Empty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An item of a manifest's `import`.
///
/// @param nestedRemote whether what a remote manifest imports is beside it, and not in this project
/// @param ttl how old the copy of a remote one may be
record Import(
        Origin origin,
        String path,
        YamlMapping context,
        boolean skipTemplates,
        boolean ignoreMissingValues,
        boolean skipIfMissing,
        boolean nestedRemote,
        @Nullable Duration ttl) {
    private static final Set<String> KEYS = Set.of(
            "path",
            "context",
            "skip_templates_processing",
            "ignore_missing_template_values",
            "skip_if_missing",
            "nested_imports",
            "ttl");

    static List<Import> in(YamlMapping manifest) {
        YamlNode section = manifest.get("import");
        if (section == null || section.toJava() == null) {
            return List.of();
        }
        if (!(section instanceof YamlNode.Sequence items)) {
            throw new StackException(
                    section.origin(),
                    "\"import\" has to be a list.",
                    "Write each import in a line of its own: - path/to/it");
        }
        List<Import> imports = new ArrayList<>();
        items.items().forEach(item -> imports.add(of(item)));
        return imports;
    }

    boolean isRemote() {
        return RemoteAddress.isRemote(path);
    }

    Import withPath(String newPath) {
        return new Import(
                origin, newPath, context, skipTemplates, ignoreMissingValues, skipIfMissing, nestedRemote, ttl);
    }

    private static Import of(YamlNode item) {
        return switch (item) {
            case YamlNode.Scalar(var origin, var tag, var text, String path)
            when !path.isBlank() -> new Import(origin, path, Empty.MAPPING, false, false, false, false, null);
            case YamlMapping mapping
            when mapping.get("path") instanceof YamlNode.Scalar(var at, var tag, var text, String path)
                    && !path.isBlank() -> {
                mapping.forEach(Import::checkKey);
                yield new Import(
                        mapping.origin(),
                        path,
                        mapping.get("context") instanceof YamlMapping context ? context : Empty.MAPPING,
                        flag(mapping, "skip_templates_processing"),
                        flag(mapping, "ignore_missing_template_values"),
                        flag(mapping, "skip_if_missing"),
                        nestedRemote(mapping),
                        ttl(mapping));
            }
            case YamlNode.Scalar scalar -> throw invalid(scalar);
            case YamlNode.Sequence sequence -> throw invalid(sequence);
            case YamlMapping mapping -> throw invalid(mapping);
        };
    }

    private static void checkKey(YamlMapping.Entry entry) {
        if (!KEYS.contains(entry.key())) {
            throw new StackException(
                    entry.place(),
                    "An import has no setting \"%s\".".formatted(entry.key()),
                    Spelling.suggestion(entry.key(), KEYS) + "There are: "
                            + String.join(", ", KEYS.stream().sorted().toList()) + ".");
        }
    }

    private static boolean flag(YamlMapping mapping, String key) {
        return mapping.get(key) instanceof YamlNode.Scalar scalar && Boolean.TRUE.equals(scalar.value());
    }

    private static boolean nestedRemote(YamlMapping mapping) {
        String nested = mapping.text("nested_imports");
        if (nested != null && !nested.equals("remote") && !nested.equals("local")) {
            throw new StackException(
                    place(mapping, "nested_imports"),
                    "\"nested_imports\" can't be \"%s\".".formatted(nested),
                    "It is local (what the remote manifest imports is in this project) or remote (it is beside it).");
        }
        return "remote".equals(nested);
    }

    private static @Nullable Duration ttl(YamlMapping mapping) {
        String text = mapping.text("ttl");
        return text == null
                ? null
                : Ttl.of(text)
                        .orElseThrow(() -> new StackException(
                                place(mapping, "ttl"),
                                "\"ttl\" can't be \"%s\".".formatted(text),
                                "Write a time such as 30m, 12h, 7d or daily."));
    }

    private static Origin place(YamlMapping mapping, String key) {
        YamlNode value = mapping.get(key);
        return value == null ? mapping.origin() : value.origin();
    }

    private static StackException invalid(YamlNode item) {
        return new StackException(
                item.origin(),
                "An import is a path, or a mapping with a \"path\".",
                "Write \"- catalog/vpc\", or \"- path: catalog/vpc\" with \"context\" and other settings below it.");
    }
}
