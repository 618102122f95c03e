package io.atmoshub.cli.output;

import io.atmoshub.cli.Failure;
import io.atmoshub.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of a command whose result is rows with named columns.
public final class Rows {
    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "table, json, yaml, csv or tsv.")
    private @Nullable String format;

    @Option(
            names = "--delimiter",
            paramLabel = "SIGN",
            description = "What stands between values in csv (a comma) and tsv (a tab).")
    private @Nullable String delimiter;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    /// Shows rows. Where nobody watches, a table has no header and tabs between its columns, for scripts.
    public void show(Terminal terminal, List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {
        String wanted = json ? "json" : format == null ? "table" : format.toLowerCase(Locale.ROOT);
        terminal.out()
                .text(
                        switch (wanted) {
                            case "table" ->
                                terminal.out().coloured() ? aligned(columns, rows) : separated(rows, "\t", false);
                            case "csv" -> header(columns, sign(",")) + separated(rows, sign(","), true);
                            case "tsv" -> header(columns, sign("\t")) + separated(rows, sign("\t"), true);
                            case "json" -> Document.text(objects(columns, rows), Document.Format.json);
                            case "yaml" -> Document.text(objects(columns, rows), Document.Format.yaml);
                            default ->
                                throw Failure.of(
                                        "There is no format \"%s\" for a list.".formatted(wanted),
                                        "Use table, json, yaml, csv or tsv.");
                        });
    }

    private String sign(String otherwise) {
        return delimiter == null ? otherwise : delimiter;
    }

    private static String header(List<String> columns, String delimiter) {
        return String.join(delimiter, columns) + "\n";
    }

    private static String separated(
            List<? extends List<? extends @Nullable Object>> rows, String delimiter, boolean quoted) {
        var text = new StringBuilder();
        for (List<? extends @Nullable Object> row : rows) {
            var cells = new ArrayList<String>();
            row.forEach(cell -> cells.add(quoted ? quoted(words(cell), delimiter) : words(cell)));
            text.append(String.join(delimiter, cells)).append('\n');
        }
        return text.toString();
    }

    private static String quoted(String cell, String delimiter) {
        boolean needed = cell.contains(delimiter) || cell.contains("\"") || cell.contains("\n");
        return needed ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    private static String aligned(List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {
        int[] widths = columns.stream().mapToInt(String::length).toArray();
        rows.forEach(row -> {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], words(row.get(i)).length());
            }
        });
        var text = new StringBuilder();
        line(text, columns, widths);
        rows.forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private static void line(StringBuilder text, List<? extends @Nullable Object> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = words(cells.get(i));
            line.append(cell).repeat(' ', widths[i] - cell.length() + 2);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static String words(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Map<?, ?> map ->
                Document.text(map, Document.Format.json)
                        .replaceAll("\\s*\\n\\s*", " ")
                        .strip();
            case List<?> list ->
                Document.text(list, Document.Format.json)
                        .replaceAll("\\s*\\n\\s*", " ")
                        .strip();
            case Object one -> one.toString();
        };
    }

    private static List<Map<String, @Nullable Object>> objects(
            List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {
        var objects = new ArrayList<Map<String, @Nullable Object>>();
        for (List<? extends @Nullable Object> row : rows) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            for (int i = 0; i < row.size(); i++) {
                object.put(columns.get(i).toLowerCase(Locale.ROOT).replace(' ', '_'), row.get(i));
            }
            objects.add(new FixedOrder(object));
        }
        return objects;
    }
}
