package io.atmoshub.cli.output;

import io.atmoshub.cli.Failure;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.project.query.Query;
import io.atmoshub.project.query.QueryException;
import io.atmoshub.project.yaml.KeyOrder;
import io.atmoshub.project.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of a command whose result is a tree: as what it is written, where to, and which part of it.
public final class Document {
    /// What a tree can be written as.
    public enum Format {
        yaml,
        json
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
        if (file == null) {
            terminal.out().text(text);
            return;
        }
        try {
            Files.writeString(folder.resolve(file), text);
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

    /// A tree as text.
    public static String text(@Nullable Object value, Format format) {
        return switch (format) {
            case yaml -> YamlWriter.write(Sorting.sorted(value, KeyOrder.AS_GO));
            case json -> Json.write(Sorting.sorted(value, Comparator.naturalOrder()));
        };
    }
}
