package io.atmoshub.gotemplate.gomplate;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.DataSource;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.FunctionException;
import io.atmoshub.gotemplate.GoValue;
import io.atmoshub.gotemplate.json.JsonReader;
import io.atmoshub.gotemplate.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `data`, and the data sources: JSON, YAML, CSV and `.env` files, read and written.
final class DataFunctions {

    private DataFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "JSON" -> call -> map(call, json(call, text(call.of(1))));
            case "JSONArray" -> call -> Conversions.list(json(call, text(call.of(1))));
            case "YAML" -> call -> map(call, call.reach().yaml().read(text(call.of(1))));
            case "YAMLArray" -> call -> Conversions.list(call.reach().yaml().read(text(call.of(1))));
            case "CSV" -> call -> new ArrayList<@Nullable Object>(rows(call));
            case "CSVByRow" -> call -> Csv.byRow(call, rows(call), header(call));
            case "CSVByColumn" -> call -> Csv.byColumn(rows(call), header(call));
            case "ToJSON" -> call -> JsonWriter.compact(call, call.of(1).value(0));
            case "ToJSONPretty" -> call -> JsonWriter.pretty(call, call.of(2).value(1), call.text(0));
            case "ToYAML" ->
                call -> {
                    // Writing it as JSON first finds what is too big, or nested in itself.
                    call.spend(JsonWriter.compact(call, call.of(1).value(0)).length());
                    return call.reach().yaml().write(call.value(0));
                };
            case "ToCSV" -> Csv::write;
            case "TOML", "ToTOML", "CUE", "ToCUE" ->
                call -> {
                    throw call.fail("TOML and CUE aren't supported; JSON, YAML and CSV are.");
                };
            default -> null;
        };
    }

    static @Nullable Function source(String name) {
        return switch (name) {
            case "datasource", "ds" -> call -> parsed(call, opened(call));
            case "include" -> call -> opened(call).content();
            case "datasourceExists" ->
                call -> call.reach().hasDataSource(call.of(1).text(0));
            case "datasourceReachable" ->
                call -> {
                    try {
                        return call.reach().hasDataSource(call.atLeast(1).text(0)) && opened(call) != null;
                    } catch (FunctionException e) {
                        return false;
                    }
                };
            case "listDatasources" ->
                call -> new ArrayList<>(
                        call.of(0).reach().dataSources().stream().sorted().toList());
            case "defineDatasource" ->
                call -> {
                    call.reach().defineDataSource(call.of(2).text(0), call.text(1));
                    return "";
                };
            default -> null;
        };
    }

    private static DataSource opened(Call call) {
        String alias = call.atLeast(1).text(0);
        var arguments = new ArrayList<String>();
        for (int i = 1; i < call.size(); i++) {
            arguments.add(call.text(i));
        }
        try {
            var source = call.reach().dataSource(alias, List.copyOf(arguments));
            call.willMake(source.content().length());
            return source;
        } catch (IOException e) {
            throw call.fail("the data source \"" + alias + "\" can't be read: " + e.getMessage() + ".");
        }
    }

    private static @Nullable Object parsed(Call call, DataSource source) {
        String type = source.mediaType();
        type = type.indexOf(';') < 0
                ? type
                : type.substring(0, type.indexOf(';')).strip();
        return switch (type) {
            case "application/json", "application/array+json", "text/json" -> json(call, source.content());
            case "application/yaml", "application/x-yaml", "text/yaml" ->
                call.reach().yaml().read(source.content());
            case "text/csv" -> new ArrayList<@Nullable Object>(Csv.read(call, source.content(), ','));
            case "application/x-env" -> environment(source.content());
            default -> source.content();
        };
    }

    /// Lines of `NAME=value`, with `export`, comments and quotes.
    private static Map<String, @Nullable Object> environment(String text) {
        var variables = new LinkedHashMap<String, @Nullable Object>();
        for (String written : text.split("\n")) {
            String line = written.strip();
            line = line.startsWith("export ") ? line.substring(7).strip() : line;
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                String value = line.substring(equals + 1).strip();
                boolean quoted = value.length() > 1
                        && "'\"".indexOf(value.charAt(0)) >= 0
                        && value.charAt(0) == value.charAt(value.length() - 1);
                variables.put(
                        line.substring(0, equals).strip(), quoted ? value.substring(1, value.length() - 1) : value);
            }
        }
        return variables;
    }

    private static String text(Call call) {
        var text = Conversions.text(call, 0);
        call.spend(text.length());
        return text;
    }

    private static @Nullable Object json(Call call, String text) {
        call.spend(text.length());
        return JsonReader.readKeepingWholeNumbers(text);
    }

    private static Map<?, ?> map(Call call, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw call.fail(
                "this is " + GoValue.describe(value) + " and not a map; for lists there is the same with Array.");
    }

    /// The separator first and the text last, when there are two or three.
    private static List<List<@Nullable Object>> rows(Call call) {
        String separator = call.of(1, 3).size() > 1 ? call.text(0) : ",";
        return Csv.read(call, call.text(call.size() - 1), separator.isEmpty() ? ',' : separator.charAt(0));
    }

    private static @Nullable String header(Call call) {
        return call.size() == 3 ? call.text(1) : null;
    }
}
