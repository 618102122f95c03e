package io.atmoshub.toolchain.registry;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.project.yaml.YamlLimits;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.toolchain.ToolchainException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The text of a registry, taken apart into its packages without reading all of it as YAML first: in a block list each
/// item begins with a hyphen in the same column, and nothing inside an item can stand there.
final class RegistryText {
    static final YamlLimits LIMITS = new YamlLimits(64L << 20, 60, 2_000_000);

    /// Up to here sharing out costs more than it saves.
    private static final int FEW = 200;

    private final String file;
    private final String text;

    RegistryText(String file, String text) {
        if (text.length() > LIMITS.bytes()) {
            throw new ToolchainException(
                    "%s is larger than %,d MB.".formatted(file, LIMITS.bytes() >> 20), "That can't be a registry.");
        }
        this.file = file;
        this.text = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
    }

    /// A stretch of the text, and the number of its first line.
    private record Stretch(int from, int to, int line) {}

    /// What becomes of each package, in their order. A large registry is shared out among the processors.
    <T> List<T> packages(Function<YamlNode, T> reader) {
        List<Stretch> stretches = stretches();
        if (stretches != null) {
            Stream<Stretch> all = stretches.size() > FEW ? stretches.parallelStream() : stretches.stream();
            List<Optional<T>> read =
                    all.map(stretch -> item(stretch).map(reader)).toList();
            if (read.stream().allMatch(Optional::isPresent)) {
                return read.stream().flatMap(Optional::stream).toList();
            }
        }
        return whole().stream().map(reader).toList();
    }

    private Optional<YamlNode> item(Stretch stretch) {
        String piece = text.substring(stretch.from, stretch.to);
        YamlNode list = Yaml.plain(file, piece, stretch.line, LIMITS).orElseGet(() -> really(piece, stretch.line));
        return list instanceof YamlNode.Sequence sequence && sequence.items().size() == 1
                ? Optional.of(sequence.items().getFirst())
                : Optional.empty();
    }

    /// Anchors of another package are out of sight here; then all is read as one.
    private @Nullable YamlNode really(String piece, int line) {
        try {
            return new Shifted(file, line - 1).node(Yaml.parse(file, piece, LIMITS));
        } catch (YamlException e) {
            return null;
        }
    }

    private List<YamlNode> whole() {
        YamlNode root;
        try {
            root = Yaml.parse(file, text, LIMITS);
        } catch (YamlException e) {
            throw new ToolchainException("%s: %s".formatted(e.origin(), e.problem()), e.hint(), e);
        }
        YamlNode packages = root instanceof YamlMapping mapping ? mapping.get("packages") : null;
        return switch (packages) {
            case YamlNode.Sequence sequence ->
                sequence.items().stream()
                        .filter(item -> !(item instanceof YamlNode.Scalar scalar && scalar.value() == null))
                        .toList();
            case YamlNode.Scalar scalar when scalar.value() == null -> List.<YamlNode>of();
            case null, default ->
                throw new ToolchainException(
                        "%s: this is no registry: it has no list of \"packages\"."
                                .formatted(packages == null ? root.origin() : packages.origin()),
                        "An Aqua registry begins with \"packages:\".");
        };
    }

    private @Nullable List<Stretch> stretches() {
        var stretches = new ArrayList<Stretch>();
        int indent = -1;
        boolean inside = false;
        int from = -1;
        int fromLine = 0;
        int line = 1;
        for (int at = 0; at < text.length(); line++) {
            int next = text.indexOf('\n', at);
            int end = next < 0 ? text.length() : next + 1;
            int content = at;
            while (content < end && text.charAt(content) == ' ') {
                content++;
            }
            int column = content - at;
            char first = content < end ? text.charAt(content) : '\n';
            boolean dash = first == '-' && (content + 1 == end || " \n".indexOf(text.charAt(content + 1)) >= 0);
            if (!inside) {
                inside = column == 0
                        && text.startsWith("packages:", at)
                        && text.substring(at, end).strip().equals("packages:");
                boolean skipped = first == '\n' || first == '#' || text.startsWith("---", at);
                if (!inside && !skipped) {
                    return null;
                }
            } else if (dash && (indent < 0 || column == indent)) {
                if (from >= 0) {
                    stretches.add(new Stretch(from, at, fromLine));
                }
                indent = column;
                from = at;
                fromLine = line;
            } else if (first != '\n' && first != '#' && (indent < 0 || column <= indent)) {
                return null;
            }
            at = end;
        }
        if (from >= 0) {
            stretches.add(new Stretch(from, text.length(), fromLine));
        }
        return inside ? stretches : null;
    }

    /// The same tree some lines further down.
    private record Shifted(String file, int lines) {
        YamlNode node(YamlNode node) {
            return switch (node) {
                case YamlNode.Scalar scalar ->
                    new YamlNode.Scalar(origin(scalar.origin()), scalar.tag(), scalar.text(), scalar.value());
                case YamlNode.Sequence sequence ->
                    new YamlNode.Sequence(
                            origin(sequence.origin()),
                            sequence.tag(),
                            sequence.items().stream().map(this::node).toList());
                case YamlMapping mapping -> {
                    YamlMapping.Builder builder =
                            YamlMapping.builder(origin(mapping.origin())).tag(mapping.tag());
                    for (YamlMapping.Entry entry : mapping) {
                        builder.put(entry.key(), origin(entry.place()), node(entry.value()));
                    }
                    yield builder.build();
                }
            };
        }

        private Origin origin(Origin origin) {
            return new Origin(file, origin.line() + lines, origin.column());
        }
    }
}
