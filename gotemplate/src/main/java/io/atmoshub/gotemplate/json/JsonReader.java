package io.atmoshub.gotemplate.json;

import io.atmoshub.gotemplate.FunctionException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one JSON value.
public final class JsonReader {

    private static final int DEEPEST = 500;

    private final String text;
    private final boolean wholeNumbers;
    private int at;
    private int depth;

    private JsonReader(String text, boolean wholeNumbers) {
        this.text = text;
        this.wholeNumbers = wholeNumbers;
    }

    /// All numbers become `float64`, as `encoding/json` does it.
    ///
    /// @throws FunctionException when it isn't JSON
    public static @Nullable Object read(String text) {
        return new JsonReader(text, false).whole();
    }

    /// Numbers without a fraction stay whole, as a YAML reader does it.
    ///
    /// @throws FunctionException when it isn't JSON
    public static @Nullable Object readKeepingWholeNumbers(String text) {
        return new JsonReader(text, true).whole();
    }

    private @Nullable Object whole() {
        var value = value();
        skipSpace();
        if (at < text.length()) {
            throw wrong("nothing more is expected");
        }
        return value;
    }

    private @Nullable Object value() {
        skipSpace();
        if (at >= text.length()) {
            throw wrong("a value is missing");
        }
        char c = text.charAt(at);
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value is expected");
        }
        at += word.length();
        return value;
    }

    private Map<String, @Nullable Object> object() {
        enter();
        var map = new LinkedHashMap<String, @Nullable Object>();
        skipSpace();
        boolean more = !taken('}');
        while (more) {
            skipSpace();
            if (at >= text.length() || text.charAt(at) != '"') {
                throw wrong("a key in quotes is expected");
            }
            var key = string();
            skipSpace();
            take(':');
            map.put(key, value());
            more = more('}');
        }
        depth--;
        return map;
    }

    private List<@Nullable Object> array() {
        enter();
        var list = new ArrayList<@Nullable Object>();
        skipSpace();
        boolean more = !taken(']');
        while (more) {
            list.add(value());
            more = more(']');
        }
        depth--;
        return list;
    }

    private void enter() {
        at++;
        if (++depth > DEEPEST) {
            throw wrong("it is nested deeper than " + DEEPEST + " levels");
        }
    }

    private String string() {
        int from = ++at;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\\') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            return text.substring(from, at++);
        }
        var out = new StringBuilder().append(text, from, at);
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return out.toString();
            }
            out.append(c == '\\' ? escaped() : c);
        }
        throw wrong("a string is never closed");
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '"', '\\', '/' -> c;
            case 'u' -> {
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = at < text.length() ? Character.digit(text.charAt(at++), 16) : -1;
                    if (digit < 0) {
                        throw wrong("an escape needs four hexadecimal digits");
                    }
                    code = code * 16 + digit;
                }
                yield (char) code;
            }
            default -> throw wrong("there is no such escape");
        };
    }

    private Object number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(from, at);
        if (digits.isEmpty() || digits.length() > 400 || !Character.isDigit(digits.charAt(digits.length() - 1))) {
            throw wrong("a value is expected");
        }
        try {
            if (wholeNumbers && digits.chars().allMatch(c -> c == '-' || Character.isDigit(c))) {
                var whole = new BigInteger(digits);
                return whole.bitLength() < 64 ? (Object) whole.longValue() : whole;
            }
            double value = Double.parseDouble(digits);
            if (Double.isInfinite(value)) {
                throw wrong("\"" + digits + "\" is too big");
            }
            return value;
        } catch (NumberFormatException e) {
            throw wrong("\"" + digits + "\" isn't a number");
        }
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean more(char close) {
        skipSpace();
        if (taken(',')) {
            return true;
        }
        take(close);
        return false;
    }

    private boolean taken(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void take(char c) {
        if (at >= text.length() || text.charAt(at) != c) {
            throw wrong("\"" + c + "\" is expected");
        }
        at++;
    }

    private FunctionException wrong(String problem) {
        return new FunctionException("this isn't JSON: " + problem + " at character " + (at + 1) + ".");
    }
}
