package io.atmoshub.gotemplate;

/// Go's quoted strings, both ways, as `strconv` has them.
public final class GoQuote {

    private GoQuote() {}

    /// @param quoted with its quotes
    /// @throws IllegalArgumentException for an escape Go doesn't know
    static String unquote(String quoted) {
        String body = quoted.substring(1, quoted.length() - 1);
        if (body.indexOf('\\') < 0) {
            return body;
        }
        var text = new StringBuilder(body.length());
        var bytes = new java.io.ByteArrayOutputStream();
        int i = 0;
        while (i < body.length()) {
            char c = body.charAt(i++);
            if (c != '\\') {
                flush(bytes, text);
                text.append(c);
                continue;
            }
            char kind = body.charAt(i++);
            switch (kind) {
                case 'x' -> {
                    // Single bytes may together be one UTF-8 character.
                    bytes.write(digits(body, i, 2, 16));
                    i += 2;
                }
                case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                    bytes.write(digits(body, i - 1, 3, 8));
                    i += 2;
                }
                case 'u', 'U' -> {
                    flush(bytes, text);
                    int length = kind == 'u' ? 4 : 8;
                    int code = digits(body, i, length, 16);
                    if (!Character.isValidCodePoint(code)) {
                        throw new IllegalArgumentException(
                                "there is no character \\" + kind + body.substring(i, i + length) + ".");
                    }
                    text.appendCodePoint(code);
                    i += length;
                }
                default -> {
                    flush(bytes, text);
                    text.append(simple(kind));
                }
            }
        }
        flush(bytes, text);
        return text.toString();
    }

    private static void flush(java.io.ByteArrayOutputStream bytes, StringBuilder text) {
        if (bytes.size() > 0) {
            text.append(bytes.toString(java.nio.charset.StandardCharsets.UTF_8));
            bytes.reset();
        }
    }

    private static char simple(char kind) {
        return switch (kind) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'v' -> 11;
            case '\\', '"', '\'' -> kind;
            default ->
                throw new IllegalArgumentException(
                        "\"\\" + kind + "\" isn't an escape Go knows; for a backslash write \"\\\\\".");
        };
    }

    private static int digits(String text, int from, int count, int radix) {
        if (from + count > text.length()) {
            throw new IllegalArgumentException("an escape is cut short.");
        }
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0) {
                throw new IllegalArgumentException(
                        "\"" + text.charAt(i) + "\" isn't a digit of the escape it stands in.");
            }
            value = value * radix + digit;
        }
        return value;
    }

    /// As `%q` has it: double quotes, what can't be seen escaped.
    public static String quote(String text) {
        return quote(text, '"', false);
    }

    static String quote(String text, char mark, boolean asciiOnly) {
        var out = new StringBuilder(text.length() + 2);
        out.append(mark);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            appendEscaped(out, c, mark, asciiOnly);
        }
        return out.append(mark).toString();
    }

    private static void appendEscaped(StringBuilder out, int c, char mark, boolean asciiOnly) {
        if (c == mark || c == '\\') {
            out.append('\\').append((char) c);
        } else if (c >= ' ' && c < 127) {
            out.append((char) c);
        } else if (c > 127 && !asciiOnly && isPrintable(c)) {
            out.appendCodePoint(c);
        } else {
            int known = "\u0007\b\f\n\r\t\u000b".indexOf(c);
            if (known >= 0) {
                out.append('\\').append("abfnrtv".charAt(known));
            } else if (c < ' ' || c == 127) {
                out.append("\\x").append(hex(c, 2));
            } else if (c < 0x10000) {
                out.append("\\u").append(hex(c, 4));
            } else {
                out.append("\\U").append(hex(c, 8));
            }
        }
    }

    static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }

    private static String hex(int c, int width) {
        String digits = Integer.toHexString(c);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
