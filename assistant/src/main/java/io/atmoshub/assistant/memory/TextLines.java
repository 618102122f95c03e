package io.atmoshub.assistant.memory;

import java.util.ArrayList;
import java.util.List;

/// The lines of a text, each with the end it has: together they are the text again, byte for byte.
final class TextLines {
    private TextLines() {}

    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end + 1));
            from = end + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }

    /// A line without its end.
    static String bare(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
            end--;
        }
        return line.substring(0, end);
    }

    /// How most lines of a text end.
    static String ending(String text) {
        int all = 0;
        int windows = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            all++;
            windows += at > 0 && text.charAt(at - 1) == '\r' ? 1 : 0;
        }
        return windows * 2 > all ? "\r\n" : "\n";
    }

    /// Where the blank lines at the end of a text begin; a line that ends before them keeps its end.
    static int blankTail(String text) {
        List<String> lines = of(text);
        int length = text.length();
        for (int i = lines.size() - 1; i >= 0 && lines.get(i).isBlank(); i--) {
            length -= lines.get(i).length();
        }
        return length;
    }
}
