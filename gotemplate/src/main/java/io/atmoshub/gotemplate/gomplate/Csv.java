package io.atmoshub.gotemplate.gomplate;

import io.atmoshub.gotemplate.BoundedText;
import io.atmoshub.gotemplate.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// CSV of RFC 4180, with any separator.
final class Csv {

    private Csv() {}

    static List<List<@Nullable Object>> read(Call call, String text, char separator) {
        call.spend(text.length());
        var rows = new ArrayList<List<@Nullable Object>>();
        var row = new ArrayList<@Nullable Object>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                endRow(rows, row, cell);
                row = new ArrayList<>();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (quoted) {
            throw call.fail("a quoted cell is never closed.");
        }
        endRow(rows, row, cell);
        return rows;
    }

    private static void endRow(List<List<@Nullable Object>> rows, List<@Nullable Object> row, StringBuilder cell) {
        if (!row.isEmpty() || !cell.isEmpty()) {
            row.add(cell.toString());
            rows.add(row);
        }
        cell.setLength(0);
    }

    /// Each row as a map of its cells.
    ///
    /// @param header the names of the columns; empty for letters, null when the first row has them
    static List<@Nullable Object> byRow(Call call, List<List<@Nullable Object>> rows, @Nullable String header) {
        var names = names(rows, header);
        var maps = new ArrayList<@Nullable Object>();
        for (var row : header == null && !rows.isEmpty() ? rows.subList(1, rows.size()) : rows) {
            if (row.size() > names.size()) {
                throw call.fail("a row has more cells than there are columns.");
            }
            var map = new LinkedHashMap<String, @Nullable Object>();
            for (int i = 0; i < row.size(); i++) {
                map.put(names.get(i), row.get(i));
            }
            maps.add(map);
        }
        return maps;
    }

    /// Each column as a list of its cells.
    static Map<String, @Nullable Object> byColumn(List<List<@Nullable Object>> rows, @Nullable String header) {
        var names = names(rows, header);
        var columns = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < names.size(); i++) {
            var column = new ArrayList<@Nullable Object>();
            for (var row : header == null && !rows.isEmpty() ? rows.subList(1, rows.size()) : rows) {
                column.add(i < row.size() ? row.get(i) : "");
            }
            columns.put(names.get(i), column);
        }
        return columns;
    }

    private static List<String> names(List<List<@Nullable Object>> rows, @Nullable String header) {
        if (header != null && !header.isEmpty()) {
            return List.of(header.split(","));
        }
        var names = new ArrayList<String>();
        if (!rows.isEmpty()) {
            for (int i = 0; i < rows.get(0).size(); i++) {
                names.add(header == null ? String.valueOf(rows.get(0).get(i)) : letters(i));
            }
        }
        return names;
    }

    private static String letters(int column) {
        return (column >= 26 ? letters(column / 26 - 1) : "") + (char) ('A' + column % 26);
    }

    static String write(Call call) {
        String separator = call.of(1, 2).size() == 2 ? call.text(0) : ",";
        var out = new BoundedText(call);
        for (var row : Conversions.list(call.last())) {
            boolean first = true;
            for (var cell : Conversions.list(row)) {
                String text = Conversions.text(call, cell);
                boolean quote = text.contains(separator)
                        || text.contains("\"")
                        || text.contains("\n")
                        || text.contains("\r")
                        || text.startsWith(" ");
                out.append(first ? "" : separator).append(quote ? "\"" + text.replace("\"", "\"\"") + "\"" : text);
                first = false;
            }
            out.append("\r\n");
        }
        return out.toString();
    }
}
