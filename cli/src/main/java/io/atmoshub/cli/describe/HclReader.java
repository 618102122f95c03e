package io.atmoshub.cli.describe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds the blocks of a Terraform file and where each value ends, without understanding values. What makes no sense
/// is passed over: Terraform itself says what is wrong with it.
final class HclReader {
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int counted;
    private long line = 1;

    private HclReader(String text) {
        this.text = text;
    }

    static HclBody read(String text) {
        return new HclReader(text).body(0);
    }

    private HclBody body(int depth) {
        Map<String, String> values = new LinkedHashMap<>();
        List<HclBody.Block> blocks = new ArrayList<>();
        for (blanks(true); at < text.length() && (depth == 0 || !is("}")); blanks(true)) {
            int begin = at;
            List<String> words = words();
            if (words.isEmpty()) {
                at++;
            } else if (is("=") || is(":")) {
                at++;
                values.putIfAbsent(words.getFirst(), value());
            } else if (is("{") && depth < DEEPEST) {
                at++;
                List<String> labels = words.subList(1, words.size());
                blocks.add(new HclBody.Block(words.getFirst(), labels, line(begin), body(depth + 1)));
            }
        }
        at++;
        return new HclBody(values, blocks);
    }

    /// A name, and labels behind it.
    private List<String> words() {
        List<String> words = new ArrayList<>();
        while (at < text.length()) {
            int begin = at;
            if (is("\"")) {
                quoted(0);
                words.add(text.substring(begin + 1, Math.max(begin + 1, at - 1)));
            } else {
                while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || is("_") || is("-"))) {
                    at++;
                }
                if (at == begin) {
                    return words;
                }
                words.add(text.substring(begin, at));
            }
            blanks(false);
        }
        return words;
    }

    /// Up to the end of the line, or of the bracket around it.
    private String value() {
        blanks(false);
        int begin = at;
        int open = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean ends = c == '\n' || c == ',' || c == '}' || c == ']' || c == ')' || isComment();
            if (open == 0 && ends) {
                break;
            }
            if (isComment()) {
                blanks(false);
            } else if (c == '"') {
                quoted(0);
            } else if (is("<<")) {
                heredoc();
            } else {
                open += "{[(".indexOf(c) >= 0 ? 1 : "}])".indexOf(c) >= 0 ? -1 : 0;
                at++;
            }
        }
        return text.substring(begin, at).strip();
    }

    /// Behind a text in quotes, and what is computed in it.
    private void quoted(int depth) {
        at++;
        int open = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' && open == 0) {
                at++;
                return;
            }
            if (c == '"' && depth < DEEPEST) {
                quoted(depth + 1);
            } else if (c == '\\') {
                at += 2;
            } else {
                boolean computed = (c == '$' || c == '%') && text.startsWith("{", at + 1);
                open += computed || (open > 0 && c == '{') ? 1 : open > 0 && c == '}' ? -1 : 0;
                at += computed ? 2 : 1;
            }
        }
        at = text.length();
    }

    private void heredoc() {
        int line = text.indexOf('\n', at);
        String end = line < 0
                ? ""
                : text.substring(at, line).replaceFirst("^<<-?", "").strip();
        while (line >= 0) {
            int next = text.indexOf('\n', line + 1);
            int stop = next < 0 ? text.length() : next;
            if (text.substring(line, stop).strip().equals(end)) {
                at = stop;
                return;
            }
            line = next;
        }
        at = text.length();
    }

    /// The line of a place behind those that were asked for before.
    private long line(int place) {
        for (; counted < place; counted++) {
            line += text.charAt(counted) == '\n' ? 1 : 0;
        }
        return line;
    }

    private boolean is(String sign) {
        return text.startsWith(sign, at);
    }

    private boolean isComment() {
        return is("#") || is("//") || is("/*");
    }

    /// Behind blanks and comments.
    ///
    /// @param lines whether the ends of lines are blanks, too
    private void blanks(boolean lines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isComment()) {
                String close = is("/*") ? "*/" : "\n";
                int end = text.indexOf(close, at);
                at = end < 0 ? text.length() : close.equals("\n") ? end : end + 2;
            } else if (c == ' ' || c == '\t' || c == '\r' || (lines && c == '\n')) {
                at++;
            } else {
                return;
            }
        }
    }
}
