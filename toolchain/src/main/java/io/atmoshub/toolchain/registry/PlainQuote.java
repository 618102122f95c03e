package io.atmoshub.toolchain.registry;

import org.jspecify.annotations.Nullable;

/// A quoted text on one line, for [PlainYaml].
///
/// @param next what comes behind it
record PlainQuote(String value, int next) {
    /// Null for anything that the real reader should look at: several lines, and rarer escapes.
    static @Nullable PlainQuote read(String text, int at, int end) {
        char quote = text.charAt(at);
        var value = new StringBuilder();
        for (int i = at + 1; i < end; i++) {
            char c = text.charAt(i);
            char next = i + 1 < end ? text.charAt(i + 1) : '\n';
            if (c == '\n' || c == '\t') {
                return null;
            }
            if (quote == '"' && c == '\\') {
                if (next != '\\' && next != '"') {
                    return null;
                }
                c = next;
                i++;
            } else if (c == quote) {
                if (quote == '"' || next != quote) {
                    return new PlainQuote(value.toString(), i + 1);
                }
                i++;
            }
            value.append(c);
        }
        return null;
    }
}
