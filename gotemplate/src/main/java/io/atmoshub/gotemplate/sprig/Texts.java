package io.atmoshub.gotemplate.sprig;

import io.atmoshub.gotemplate.BoundedText;
import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.GoObject;
import io.atmoshub.gotemplate.GoQuote;
import io.atmoshub.gotemplate.GoValue;
import io.atmoshub.gotemplate.Utf8;
import io.atmoshub.gotemplate.text.GoStrings;
import io.atmoshub.gotemplate.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Strings: cut, joined, padded, compared.
final class Texts {

    private Texts() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "hello" -> call -> "Hello!";
            case "trim" -> call -> GoStrings.trim(call.of(1).text(0), " \t\n\u000b\f\r\u0085\u00a0");
            case "upper" -> call -> call.of(1).text(0).toUpperCase(Locale.ROOT);
            case "lower" -> call -> call.of(1).text(0).toLowerCase(Locale.ROOT);
            case "title" -> call -> Words.title(call.of(1).text(0));
            case "untitle" -> call -> Words.untitle(call.of(1).text(0));
            case "swapcase" -> call -> Words.swapCase(call.of(1).text(0));
            case "snakecase" -> call -> Words.joined(call.of(1).text(0), '_');
            case "kebabcase" -> call -> Words.joined(call.of(1).text(0), '-');
            case "camelcase" -> call -> Words.pascal(call.of(1).text(0));
            case "initials" -> call -> Words.initials(call.of(1).text(0));
            case "nospace" -> call -> call.of(1).text(0).replaceAll("[\\s\\u0085\\u00a0]+", "");
            case "wrap" -> call -> Words.wrap(call, call.of(2).index(0), "", call.text(1), false);
            case "wrapWith" -> call -> Words.wrap(call, call.of(3).index(0), call.text(1), call.text(2), true);
            case "abbrev" -> call -> Words.abbreviate(call.of(2).text(1), 0, call.index(0));
            case "abbrevboth" -> call -> Words.abbreviate(call.of(3).text(2), call.index(0), call.index(1));
            case "trunc" -> call -> trunc(call.of(2).index(0), call.text(1));
            case "substr" -> call -> substr(call.of(3), call.index(0), call.index(1), call.text(2));
            case "repeat" -> call -> GoStrings.repeat(call.of(2), call.integer(0), call.text(1));
            case "trimall", "trimAll" -> call -> GoStrings.trim(call.of(2).text(1), call.text(0));
            case "trimSuffix" ->
                call -> {
                    var text = call.of(2).text(1);
                    return text.endsWith(call.text(0))
                            ? text.substring(0, text.length() - call.text(0).length())
                            : text;
                };
            case "trimPrefix" ->
                call -> {
                    var text = call.of(2).text(1);
                    return text.startsWith(call.text(0))
                            ? text.substring(call.text(0).length())
                            : text;
                };
            case "contains" -> call -> GoStrings.contains(call.of(2), call.text(1), call.text(0));
            case "hasPrefix" -> call -> call.of(2).text(1).startsWith(call.text(0));
            case "hasSuffix" -> call -> call.of(2).text(1).endsWith(call.text(0));
            case "quote" -> call -> quoted(call, GoQuote::quote);
            case "squote" -> call -> quoted(call, text -> "'" + text + "'");
            case "cat" -> Texts::cat;
            case "indent" -> call -> GoStrings.indent(call.of(2), call.integer(0), call.text(1));
            case "nindent" -> call -> "\n" + GoStrings.indent(call.of(2), call.integer(0), call.text(1));
            case "replace" -> call -> GoStrings.replace(call.of(3), call.text(2), call.text(0), call.text(1), -1);
            case "plural" -> call -> call.of(3).integer(2) == 1 ? call.text(0) : call.text(1);
            case "toString" -> call -> of(call, call.of(1).value(0));
            case "split" -> call -> numbered(GoStrings.split(call, call.of(2).text(1), call.text(0), -1));
            case "splitn" -> call -> numbered(GoStrings.split(call, call.of(3).text(2), call.text(0), call.index(1)));
            case "splitList" -> call -> GoStrings.split(call, call.of(2).text(1), call.text(0), -1);
            case "toStrings" -> call -> all(call, call.of(1).value(0));
            case "join" -> call -> GoStrings.join(call, all(call, call.of(2).value(1)), call.text(0));
            default -> null;
        };
    }

    /// A value as text; bytes are UTF-8.
    static String of(Call call, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return value instanceof GoObject ? value.toString() : call.printed(value);
    }

    /// The elements of a list as texts, without nothings; anything else is a list of itself.
    static List<String> all(Call call, @Nullable Object value) {
        var texts = new ArrayList<String>();
        if (value instanceof List<?> list) {
            call.spend(list.size());
            for (var element : list) {
                if (element != null) {
                    texts.add(of(call, element));
                }
            }
        } else if (value != null) {
            texts.add(of(call, value));
        }
        return texts;
    }

    private static String trunc(int count, String text) {
        int length = Utf8.length(text);
        if (count < 0) {
            return length + count > 0 ? Utf8.cut(text, length + count, length) : text;
        }
        return length > count ? Utf8.cut(text, 0, count) : text;
    }

    private static String substr(Call call, int start, int end, String text) {
        int length = Utf8.length(text);
        int from = Math.max(start, 0);
        int to = start >= 0 && (end < 0 || end > length) ? length : end;
        if (from > to || to > length) {
            throw call.fail("there are no positions " + start + " to " + end + " in a string of " + length + " bytes.");
        }
        return Utf8.cut(text, from, to);
    }

    private static String quoted(Call call, java.util.function.UnaryOperator<String> quote) {
        var out = new BoundedText(call);
        for (var value : call.from(0)) {
            if (value != null) {
                out.append(out.length() > 0 ? " " : "").append(quote.apply(of(call, value)));
            }
        }
        return out.toString();
    }

    private static String cat(Call call) {
        var out = new BoundedText(call);
        boolean first = true;
        for (var value : call.from(0)) {
            if (value != null) {
                out.append(first ? "" : " ")
                        .append(GoValue.kind(value) == GoValue.Kind.BYTES ? call.printed(value) : of(call, value));
                first = false;
            }
        }
        return out.toString();
    }

    private static Object numbered(List<String> pieces) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < pieces.size(); i++) {
            map.put("_" + i, pieces.get(i));
        }
        return map;
    }
}
