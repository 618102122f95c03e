package io.atmoshub.gotemplate.gomplate;

import io.atmoshub.gotemplate.BoundedText;
import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.GoQuote;
import io.atmoshub.gotemplate.Utf8;
import io.atmoshub.gotemplate.text.GoStrings;
import io.atmoshub.gotemplate.text.Words;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `strings`: the text comes last, so that it can come through a pipe.
final class StringsFunctions {

    private static final String BLANKS = " \t\n\u000b\f\r\u0085\u00a0";

    private StringsFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "Abbrev" ->
                call -> call.of(2, 3).size() == 2
                        ? Words.abbreviate(Conversions.text(call, 1), 0, whole(call, 0))
                        : Words.abbreviate(Conversions.text(call, 2), whole(call, 0), whole(call, 1));
            case "ReplaceAll" ->
                call -> GoStrings.replace(call.of(3), Conversions.text(call, 2), call.text(0), call.text(1), -1);
            case "Contains" -> call -> GoStrings.contains(call.of(2), Conversions.text(call, 1), call.text(0));
            case "HasPrefix" -> call -> Conversions.text(call.of(2), 1).startsWith(call.text(0));
            case "HasSuffix" -> call -> Conversions.text(call.of(2), 1).endsWith(call.text(0));
            case "Repeat" -> call -> GoStrings.repeat(call.of(2), call.integer(0), Conversions.text(call, 1));
            case "Sort" ->
                call -> {
                    var sorted = texts(call, call.of(1).value(0));
                    sorted.sort(call::compare);
                    return sorted;
                };
            case "Split" -> call -> GoStrings.split(call.of(2), Conversions.text(call, 1), call.text(0), -1);
            case "SplitN" ->
                call -> GoStrings.split(call.of(3), Conversions.text(call, 2), call.text(0), call.index(1));
            case "Trim" -> call -> GoStrings.trim(Conversions.text(call.of(2), 1), call.text(0));
            case "TrimPrefix" ->
                call -> {
                    var text = Conversions.text(call.of(2), 1);
                    return text.startsWith(call.text(0))
                            ? text.substring(call.text(0).length())
                            : text;
                };
            case "TrimSuffix" ->
                call -> {
                    var text = Conversions.text(call.of(2), 1);
                    return text.endsWith(call.text(0))
                            ? text.substring(0, text.length() - call.text(0).length())
                            : text;
                };
            case "Title" -> call -> Words.title(Conversions.text(call.of(1), 0).toLowerCase(Locale.ROOT));
            case "ToUpper" -> call -> Conversions.text(call.of(1), 0).toUpperCase(Locale.ROOT);
            case "ToLower" -> call -> Conversions.text(call.of(1), 0).toLowerCase(Locale.ROOT);
            case "TrimSpace" -> call -> GoStrings.trim(Conversions.text(call.of(1), 0), BLANKS);
            case "Trunc" ->
                call -> {
                    var text = Conversions.text(call.of(2), 1);
                    return call.index(0) < 0 || Utf8.length(text) <= call.index(0)
                            ? text
                            : Utf8.cut(text, 0, call.index(0));
                };
            case "Indent" -> StringsFunctions::indent;
            case "Slug" -> call -> slug(Conversions.text(call.of(1), 0));
            case "Quote" -> call -> GoQuote.quote(Conversions.text(call.of(1), 0));
            case "ShellQuote" -> StringsFunctions::shellQuote;
            case "Squote" -> call -> "'" + Conversions.text(call.of(1), 0).replace("'", "''") + "'";
            case "SnakeCase" -> call -> cased(Conversions.text(call.of(1), 0), "_");
            case "KebabCase" -> call -> cased(Conversions.text(call.of(1), 0), "-");
            case "CamelCase" -> call -> camel(Conversions.text(call.of(1), 0));
            case "WordWrap" -> StringsFunctions::wordWrap;
            case "RuneCount" ->
                call -> {
                    long count = 0;
                    for (var value : call.from(0)) {
                        var text = Conversions.text(call, value);
                        count += text.codePointCount(0, text.length());
                    }
                    return count;
                };
            default -> null;
        };
    }

    /// The short names have the text first.
    static @Nullable Function old(String name) {
        return switch (name) {
            case "contains" -> call -> GoStrings.contains(call.of(2), call.text(0), call.text(1));
            case "hasPrefix" -> call -> call.of(2).text(0).startsWith(call.text(1));
            case "hasSuffix" -> call -> call.of(2).text(0).endsWith(call.text(1));
            case "split" -> call -> GoStrings.split(call.of(2), call.text(0), call.text(1), -1);
            case "splitN" -> call -> GoStrings.split(call.of(3), call.text(0), call.text(1), call.index(2));
            case "trim" -> call -> GoStrings.trim(call.of(2).text(0), call.text(1));
            default -> null;
        };
    }

    private static int whole(Call call, int argument) {
        return Math.clamp(Conversions.whole(call.value(argument)), 0, Integer.MAX_VALUE);
    }

    private static List<String> texts(Call call, @Nullable Object value) {
        var texts = new ArrayList<String>();
        for (var element : Conversions.list(value)) {
            texts.add(Conversions.text(call, element));
        }
        call.spend(texts.size() * 8L);
        return texts;
    }

    private static String indent(Call call) {
        call.of(1, 3);
        var text = Conversions.text(call, call.last());
        boolean padGiven = call.size() == 3 || (call.size() == 2 && call.value(0) instanceof String);
        String pad = padGiven ? call.text(call.size() - 2) : " ";
        long width = call.size() == 1 || (call.size() == 2 && padGiven) ? 1 : call.integer(0);
        String whole = GoStrings.repeat(call, Math.max(width, 0), pad);
        var out = new BoundedText(call);
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end + 1;
            out.append(text.charAt(from) == '\n' ? "" : whole).append(text, from, next);
            from = next;
        }
        return out.toString();
    }

    private static String shellQuote(Call call) {
        if (!(call.of(1).value(0) instanceof List<?>)) {
            return quotedForShell(Conversions.text(call, 0));
        }
        var out = new BoundedText(call);
        for (String text : texts(call, call.value(0))) {
            out.append(out.length() > 0 ? " " : "").append(quotedForShell(text));
        }
        return out.toString();
    }

    private static String quotedForShell(String text) {
        return "'" + text.replace("'", "'\"'\"'") + "'";
    }

    private static String slug(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD);
        var out = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = Character.toLowerCase(plain.charAt(i));
            if (c < 128 && (Character.isLetterOrDigit(c) || c == '_')) {
                out.append(c);
            } else if (c == '&') {
                out.append(out.isEmpty() || out.charAt(out.length() - 1) == '-' ? "and-" : "-and-");
            } else if (Character.getType(c) != Character.NON_SPACING_MARK
                    && !out.isEmpty()
                    && out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        }
        return GoStrings.trim(out.toString(), "-_");
    }

    /// The first letter keeps its case, the others are small, and blanks become the separator.
    private static String cased(String text, String separator) {
        var kept = new StringBuilder();
        String stripped = text.strip();
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            if (Character.isLetterOrDigit(c) || c == ' ' || c == '_' || c == '-') {
                kept.append(i == 0 ? c : Character.toLowerCase(c));
            }
        }
        return kept.toString().replaceAll("[\\s_-]+", separator);
    }

    private static String camel(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return "";
        }
        String titled =
                stripped.charAt(0) + Words.title(stripped.replace('_', ' ')).substring(1);
        return titled.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String wordWrap(Call call) {
        call.of(1, 3);
        boolean breakGiven = call.size() == 3 || (call.size() == 2 && call.value(0) instanceof String);
        int width = call.size() == 3 || (call.size() == 2 && !breakGiven) ? whole(call, 0) : 80;
        String lineBreak = breakGiven ? Conversions.text(call, call.size() - 2) : "\n";
        return Words.wrap(call, width == 0 ? 80 : width, lineBreak, Conversions.text(call, call.last()), false);
    }
}
