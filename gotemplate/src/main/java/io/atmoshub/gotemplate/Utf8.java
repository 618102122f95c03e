package io.atmoshub.gotemplate;

import java.nio.charset.StandardCharsets;

/// Strings as Go sees them: bytes of UTF-8.
public final class Utf8 {

    private Utf8() {}

    public static int length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // A pair of surrogates is 4 bytes: 2 for each half.
                length += c >= 0x800 && !Character.isSurrogate(c) ? 2 : 1;
            }
        }
        return length;
    }

    /// The bytes `from` to `to`. What is cut in the middle of a character becomes U+FFFD: Java has no half characters.
    public static String cut(String text, int from, int to) {
        if (length(text) == text.length()) {
            return text.substring(from, to);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
