package io.atmoshub.gotemplate.gomplate;

import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.Functions;
import org.jspecify.annotations.Nullable;

/// The functions of Gomplate 3: namespaces such as `strings`, and the short names that it still has for some of them.
///
/// Where both have a name, Atmos takes Sprig's: `Gomplate.FUNCTIONS.with(Sprig.FUNCTIONS)`.
public final class Gomplate {

    public static final Functions FUNCTIONS = Gomplate::find;

    private Gomplate() {}

    private static @Nullable Function find(String name) {
        var namespace = namespace(name);
        if (namespace != null) {
            var made = new Namespace(name, namespace);
            return call -> {
                call.of(0);
                return made;
            };
        }
        return alias(name);
    }

    private static @Nullable Functions namespace(String name) {
        return switch (name) {
            case "base64" -> CryptoFunctions::base64;
            case "coll" -> CollFunctions::find;
            case "conv" -> ConvFunctions::find;
            case "crypto" -> CryptoFunctions::find;
            case "data" -> DataFunctions::find;
            case "env" -> WorldFunctions::env;
            case "file" -> FileFunctions::find;
            case "filepath", "path" -> PathFunctions::find;
            case "math" -> MathFunctions::find;
            case "net" -> WorldFunctions::net;
            case "random" -> WorldFunctions::random;
            case "regexp" -> RegexpFunctions::find;
            case "strings" -> StringsFunctions::find;
            case "test" -> TestFunctions::find;
            case "time" -> TimeFunctions::find;
            case "tmpl" -> TmplFunctions::find;
            case "uuid" -> WorldFunctions::uuid;
            default -> null;
        };
    }

    private static @Nullable Function alias(String name) {
        return switch (name) {
            case "getenv" -> WorldFunctions.env("Getenv");
            case "datasource",
                    "ds",
                    "datasourceExists",
                    "datasourceReachable",
                    "defineDatasource",
                    "include",
                    "listDatasources" -> DataFunctions.source(name);
            case "json" -> DataFunctions.find("JSON");
            case "jsonArray" -> DataFunctions.find("JSONArray");
            case "yaml" -> DataFunctions.find("YAML");
            case "yamlArray" -> DataFunctions.find("YAMLArray");
            case "toml" -> DataFunctions.find("TOML");
            case "csv" -> DataFunctions.find("CSV");
            case "csvByRow" -> DataFunctions.find("CSVByRow");
            case "csvByColumn" -> DataFunctions.find("CSVByColumn");
            case "toJSON" -> DataFunctions.find("ToJSON");
            case "toJSONPretty" -> DataFunctions.find("ToJSONPretty");
            case "toYAML" -> DataFunctions.find("ToYAML");
            case "toTOML" -> DataFunctions.find("ToTOML");
            case "toCSV" -> DataFunctions.find("ToCSV");
            case "has",
                    "slice",
                    "dict",
                    "keys",
                    "values",
                    "append",
                    "prepend",
                    "uniq",
                    "reverse",
                    "merge",
                    "sort",
                    "flatten" -> CollFunctions.find(capital(name));
            case "jsonpath" -> CollFunctions.find("JSONPath");
            case "jq" -> CollFunctions.find("JQ");
            case "urlParse" -> ConvFunctions.find("URL");
            case "bool", "join", "default" -> ConvFunctions.find(capital(name));
            case "add", "sub", "mul", "div", "rem", "pow", "seq" -> MathFunctions.find(capital(name));
            case "replaceAll", "title", "toUpper", "toLower", "trimSpace", "indent", "quote", "shellQuote", "squote" ->
                StringsFunctions.find(capital(name));
            case "contains", "hasPrefix", "hasSuffix", "split", "splitN", "trim" -> StringsFunctions.old(name);
            case "assert", "fail", "isKind", "kind", "required", "ternary" -> TestFunctions.find(capital(name));
            case "tpl" -> TmplFunctions.find("Inline");
            default -> null;
        };
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
