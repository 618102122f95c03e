package io.atmoshub.stacks.manifest;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.StackException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One file as it was read: its text and, if it is YAML as it stands, its content.
///
/// @param file its path below the stacks folder
/// @param shown its path as messages name it
/// @param content nothing where the text is no YAML before templates in it are rendered
/// @param failure why there is no content
record ManifestFile(
        String file,
        String shown,
        Path path,
        String text,
        @Nullable YamlMapping content,
        @Nullable YamlException failure) {
    private static final List<String> WITH_LOCALS = List.of("terraform", "helmfile", "packer", "ansible");

    /// Read again after a change it is another file.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    boolean isSame(String otherShown, String otherText) {
        return shown.equals(otherShown) && text.equals(otherText);
    }

    boolean hasTemplates() {
        return text.contains("{{");
    }

    /// Whether there could be a tag in it.
    boolean hasTags() {
        return text.indexOf('!') >= 0;
    }

    boolean isTemplate() {
        return file.endsWith(".yaml.tmpl") || file.endsWith(".yml.tmpl");
    }

    boolean hasLocals() {
        YamlMapping root = content;
        return root != null
                && (root.get("locals") != null
                        || WITH_LOCALS.stream()
                                .anyMatch(type -> root.get(type) instanceof YamlMapping section
                                        && section.get("locals") != null));
    }

    /// The content, of a file that has to be YAML as it stands.
    YamlMapping required() {
        if (content != null) {
            return content;
        }
        if (failure != null && hasTemplates() && !isTemplate()) {
            throw new YamlException(
                    failure.origin(),
                    failure.problem(),
                    failure.hint() + " If templates give the file its shape, name it %s.tmpl.".formatted(file));
        }
        throw failure == null ? new IllegalStateException(shown) : failure;
    }

    /// A manifest's root has to be a mapping; an empty file is an empty one.
    static YamlMapping mapping(YamlNode node, String shown) {
        return switch (node) {
            case YamlMapping mapping -> mapping;
            case YamlNode.Scalar scalar when scalar.value() == null -> YamlMapping.empty(Origin.startOf(shown));
            case YamlNode.Scalar scalar -> throw noMapping(scalar);
            case YamlNode.Sequence sequence -> throw noMapping(sequence);
        };
    }

    private static StackException noMapping(YamlNode node) {
        return new StackException(
                node.origin(),
                "A stack manifest is a mapping, and this is not.",
                "Begin with sections such as \"vars:\" or \"components:\".");
    }
}
