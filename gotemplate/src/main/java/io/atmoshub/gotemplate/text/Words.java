package io.atmoshub.gotemplate.text;

import io.atmoshub.gotemplate.BoundedText;
import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Utf8;
import java.util.ArrayList;
import java.util.List;

/// The words of a text, and the cases of their letters.
public final class Words {

    private Words() {}

    /// Every word begins with a capital, as `strings.Title`.
    public static String title(String text) {
        var out = new StringBuilder(text.length());
        boolean start = true;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            out.appendCodePoint(start ? Character.toTitleCase(c) : c);
            boolean part = Character.isLetterOrDigit(c) || c == '_' || c == '\'';
            start = !part && (c < 128 || Character.isWhitespace(c));
        }
        return out.toString();
    }

    public static String untitle(String text) {
        return firstLetters(text, Character::toLowerCase);
    }

    private static String firstLetters(String text, java.util.function.IntUnaryOperator change) {
        var out = new StringBuilder(text.length());
        boolean start = true;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean space = Character.isWhitespace(c);
            out.appendCodePoint(start && !space ? change.applyAsInt(c) : c);
            start = space;
        }
        return out.toString();
    }

    public static String swapCase(String text) {
        var out = new StringBuilder(text.length());
        boolean start = true;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
                out.appendCodePoint(Character.toLowerCase(c));
                start = false;
            } else if (Character.isLowerCase(c)) {
                out.appendCodePoint(start ? Character.toTitleCase(c) : Character.toUpperCase(c));
                start = false;
            } else {
                out.appendCodePoint(c);
                start = Character.isWhitespace(c);
            }
        }
        return out.toString();
    }

    public static String initials(String text) {
        var out = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean space = Character.isWhitespace(c);
            if (start && !space) {
                out.appendCodePoint(c);
            }
            start = space;
        }
        return out.toString();
    }

    /// The words in small letters with this between them.
    public static String joined(String text, char separator) {
        return String.join(String.valueOf(separator), split(text)).toLowerCase(java.util.Locale.ROOT);
    }

    /// The words, each with a capital, without anything between them.
    public static String pascal(String text) {
        var out = new StringBuilder();
        for (String word : split(text)) {
            int first = word.codePointAt(0);
            out.appendCodePoint(Character.toUpperCase(first));
            out.append(word.substring(Character.charCount(first)).toLowerCase(java.util.Locale.ROOT));
        }
        return out.toString();
    }

    /// `HTTPServer` is `HTTP Server`, `http2xx` is `http 2xx`, `Bld4Floor` is `Bld4 Floor`.
    public static List<String> split(String text) {
        var words = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && !Character.isSurrogate(c)) {
                add(words, text, from, i);
                from = i + 1;
            } else if (i > from && startsWord(text, from, i)) {
                add(words, text, from, i);
                from = i;
            }
        }
        add(words, text, from, text.length());
        return words;
    }

    private static boolean startsWord(String text, int from, int i) {
        char c = text.charAt(i);
        char before = text.charAt(i - 1);
        if (Character.isUpperCase(c)) {
            boolean lowerNext = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
            return !Character.isUpperCase(before) || lowerNext;
        }
        if (Character.isDigit(c) && !Character.isDigit(before) && !Character.isDigit(text.charAt(from))) {
            int end = i;
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
            return end < text.length() && Character.isLowerCase(text.charAt(end));
        }
        return false;
    }

    private static void add(List<String> words, String text, int from, int to) {
        if (from < to) {
            words.add(text.substring(from, to));
        }
    }

    /// Lines of at most so many bytes, broken at blanks; longer words stand out, unless they are to be cut.
    public static String wrap(Call call, int width, String newLine, String text, boolean cutLongWords) {
        String breaking = newLine.isEmpty() ? "\n" : newLine;
        int most = Math.max(width, 1);
        var out = new BoundedText(call);
        int at = 0;
        while (text.length() - at > most) {
            call.spend(1);
            if (text.charAt(at) == ' ') {
                at++;
                continue;
            }
            int blank = text.lastIndexOf(' ', at + most);
            if (blank >= at) {
                out.append(text, at, blank).append(breaking);
                at = blank + 1;
            } else if (cutLongWords) {
                out.append(text, at, at + most).append(breaking);
                at += most;
            } else {
                int next = text.indexOf(' ', at + most);
                int end = next < 0 ? text.length() : next;
                out.append(text, at, end).append(next < 0 ? "" : breaking);
                at = next < 0 ? end : next + 1;
            }
        }
        return out.append(text, at, text.length()).toString();
    }

    /// At most so many bytes, with `...` where something is left out.
    public static String abbreviate(String text, int offset, int width) {
        int length = Utf8.length(text);
        if (width < 4 || (offset > 0 && width < 7) || length <= width) {
            return text;
        }
        int from = Math.min(offset, length);
        if (length - from < width - 3) {
            from = length - (width - 3);
        }
        if (from <= 4) {
            return Utf8.cut(text, 0, width - 3) + "...";
        }
        if (from + width - 3 < length) {
            return "..." + abbreviate(Utf8.cut(text, from, length), 0, width - 3);
        }
        return "..." + Utf8.cut(text, length - (width - 3), length);
    }
}
