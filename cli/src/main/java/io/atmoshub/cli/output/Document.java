package io.atmoshub.cli.output;

import io.atmoshub.cli.Failure;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.project.query.Query;
import io.atmoshub.project.query.QueryException;
import io.atmoshub.project.yaml.KeyOrder;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.project.yaml.YamlWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of a command whose result is a tree: as what it is written, where to, and which part of it.
public final class Document {
    /// What a tree can be written as.
    public enum Format {
        yaml,
        json;

        private Comparator<String> order() {
            return switch (this) {
                case yaml -> KeyOrder.AS_GO;
                case json -> Comparator.naturalOrder();
            };
        }

        /// The texts of mappings as that of one. In YAML that is one after the other; in JSON each has its own braces.
        private List<String> joined(List<String> texts) {
            if (this == yaml) {
                return texts;
            }
            var joined = new ArrayList<String>();
            texts.forEach(text -> joined.add((joined.isEmpty() ? "{" : ",") + text.substring(1, text.length() - 3)));
            joined.add("\n}\n");
            return joined;
        }
    }

    @Option(
            names = {"-f", "--format"},
            paramLabel = "yaml|json",
            description = "As what it is written.")
    private @Nullable String format;

    @Option(
            names = {"-q", "--query"},
            paramLabel = "EXPRESSION",
            description = "Only what this expression of yq finds, such as: .vars.tags")
    private @Nullable String query;

    @Option(names = "--file", paramLabel = "FILE", description = "Writes it to a file instead.")
    private @Nullable Path file;

    /// Whether the whole is shown, as YAML and on the screen: then there is room for remarks in it.
    public boolean plain(Format otherwise) {
        return query == null && format(otherwise) == Format.yaml;
    }

    public boolean asked() {
        return query != null;
    }

    /// Shows what is wanted of a tree.
    public void show(Terminal terminal, Path folder, @Nullable Object value, Format otherwise) {
        write(terminal, folder, text(picked(value), format(otherwise)));
    }

    /// Shows a text that is ready, or writes it to the file.
    public void write(Terminal terminal, Path folder, String text) {
        write(terminal, folder, List.of(text));
    }

    private void write(Terminal terminal, Path folder, List<String> texts) {
        if (file == null) {
            texts.forEach(terminal.out()::text);
            return;
        }
        try (Writer writer = Files.newBufferedWriter(folder.resolve(file))) {
            for (String text : texts) {
                writer.write(text);
            }
        } catch (IOException e) {
            throw Failure.of(
                    "%s cannot be written: %s.".formatted(file, e.getMessage()), "Name another file after --file.");
        }
    }

    /// The format that was asked for.
    public Format format(Format otherwise) {
        String wanted = format == null ? "" : format.toLowerCase(Locale.ROOT);
        return switch (wanted) {
            case "" -> otherwise;
            case "yaml", "yml" -> Format.yaml;
            case "json" -> Format.json;
            default -> throw Failure.of("There is no format \"%s\" for this.".formatted(format), "Use yaml or json.");
        };
    }

    private @Nullable Object picked(@Nullable Object value) {
        if (query == null) {
            return value;
        }
        try {
            return Query.of(query).one(value);
        } catch (QueryException e) {
            throw Failure.of(String.valueOf(e.getMessage()), "Correct the expression after --query.");
        }
    }

    /// Shows a big mapping: several of its values are worked out at a time, and none is kept once it is text. Keys
    /// without a value are left out.
    public void show(
            Terminal terminal,
            Path folder,
            Collection<String> keys,
            Function<String, Optional<? extends Map<String, ?>>> values,
            Format otherwise) {
        Format format = format(otherwise);
        Stream<Map<String, ?>> entries = keys.stream().sorted(format.order()).toList().parallelStream()
                .flatMap(key -> values.apply(key).map(value -> Map.of(key, value)).stream());
        if (asked()) {
            var all = new LinkedHashMap<String, @Nullable Object>();
            entries.toList().forEach(all::putAll);
            show(terminal, folder, YamlNode.ofJava(Origin.startOf(""), all).toJava(), otherwise);
            return;
        }
        List<String> texts = entries.map(entry -> text(entry, format)).toList();
        write(terminal, folder, texts.isEmpty() ? List.of(text(Map.of(), format)) : format.joined(texts));
    }

    /// A tree as text.
    public static String text(@Nullable Object value, Format format) {
        return switch (format) {
            case yaml -> YamlWriter.writeSorted(value, map -> !(map instanceof FixedOrder));
            case json -> Json.write(value);
        };
    }
}
