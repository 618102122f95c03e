package io.atmoshub.cli.output;

import io.atmoshub.cli.Failure;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.project.query.Query;
import io.atmoshub.project.query.QueryException;
import io.atmoshub.project.yaml.KeyOrder;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMemory;
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

        /// What stands before, between and behind the texts of mappings that are written as one.
        private List<String> joints() {
            return switch (this) {
                case yaml -> List.of("", "", "");
                case json -> List.of("{", ",", "\n}\n");
            };
        }

        /// The text of a mapping without what only stands once around several.
        private String inner(String text) {
            return switch (this) {
                case yaml -> text;
                case json -> text.substring(1, text.length() - 3);
            };
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
        List<String> sorted = keys.stream().sorted(format.order()).toList();
        if (asked()) {
            var all = new LinkedHashMap<String, @Nullable Object>();
            InOrder.of(sorted, key -> values.apply(key).map(value -> Map.of(key, value)))
                    .forEach(entry -> entry.ifPresent(all::putAll));
            show(terminal, folder, YamlNode.ofJava(Origin.startOf(""), all).toJava(), otherwise);
        } else if (file == null) {
            texts(sorted, values, format, Screen::ready).forEach(terminal.out()::text);
        } else {
            write(terminal, folder, texts(sorted, values, format, text -> text));
        }
    }

    /// @param ready what is done with each text, in many threads
    private static <T> List<T> texts(
            List<String> keys,
            Function<String, Optional<? extends Map<String, ?>>> values,
            Format format,
            Function<String, T> ready) {
        YamlMemory memory = YamlMemory.ofMany();
        List<Optional<T>> texts = InOrder.of(
                keys,
                key -> values.apply(key)
                        .map(value -> ready.apply(format.inner(text(Map.of(key, value), format, memory)))));
        List<T> joints = format.joints().stream().map(ready).toList();
        var all = new ArrayList<T>();
        for (Optional<T> text : texts) {
            text.ifPresent(each -> {
                all.add(joints.get(all.isEmpty() ? 0 : 1));
                all.add(each);
            });
        }
        all.add(all.isEmpty() ? ready.apply(text(Map.of(), format)) : joints.getLast());
        return all;
    }

    /// A tree as text.
    public static String text(@Nullable Object value, Format format) {
        return text(value, format, YamlMemory.ofMany());
    }

    private static String text(@Nullable Object value, Format format, YamlMemory memory) {
        return switch (format) {
            case yaml -> YamlWriter.writeSorted(value, map -> !(map instanceof FixedOrder), memory);
            case json -> Json.write(value);
        };
    }
}
