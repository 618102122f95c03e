package io.atmoshub.project.yaml;

/// Walks through a text line by line for [PlainYaml], past blank lines and comments.
final class LineCursor {
    /// The text needs the complete parser.
    static final class NotPlain extends RuntimeException {
        private NotPlain() {
            super(null, null, false, false);
        }
    }

    static NotPlain notPlain() {
        return new NotPlain();
    }

    private final String text;
    private int position;
    private int line;
    private int lineStart;

    /// @param firstLine the number of its first line, from 1
    LineCursor(String text, int firstLine) {
        this.text = text;
        this.line = firstLine - 1;
    }

    /// No tabs, no carriage returns, nothing that YAML breaks lines at or refuses.
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' ? c != '\n' : c >= 0x7F && !isPlain(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c >= 0xA0 && c < 0xFFFE && c != 0xFEFF && c != 0x2028 && c != 0x2029;
    }

    /// Goes to the first line with content, past a `---`.
    boolean begin() {
        toContent();
        if (text.startsWith("---", position) && column() == 0) {
            position += 3;
            blanks();
            if (!isLineEnd()) {
                return false;
            }
            toLineEnd();
            toContent();
        }
        refuseMarkers();
        return !atEnd();
    }

    boolean atEnd() {
        return position >= text.length();
    }

    int column() {
        return position - lineStart;
    }

    Origin origin(String file) {
        return new Origin(file, line + 1, text.codePointCount(lineStart, position) + 1);
    }

    String text() {
        return text;
    }

    int position() {
        return position;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    void skip(int count) {
        position += count;
    }

    boolean is(char c) {
        return position < text.length() && text.charAt(position) == c;
    }

    boolean isDash() {
        return is('-') && isBreakOrBlank(position + 1);
    }

    boolean isBreakOrBlank(int index) {
        return index >= text.length() || text.charAt(index) == ' ' || text.charAt(index) == '\n';
    }

    /// The name of an anchor or alias, whose sign stands here.
    String word() {
        int start = ++position;
        while (position < text.length()
                && (Character.isLetterOrDigit(text.charAt(position)) || "_-".indexOf(text.charAt(position)) >= 0)) {
            position++;
        }
        if (position == start || !isBreakOrBlank(position)) {
            throw notPlain();
        }
        return text.substring(start, position);
    }

    void blanks() {
        while (is(' ')) {
            position++;
        }
    }

    /// Nothing but a comment follows in this line.
    boolean isLineEnd() {
        return atEnd() || is('\n') || (is('#') && (position == lineStart || text.charAt(position - 1) == ' '));
    }

    /// From the end of a value to the next line with content.
    void nextLine() {
        blanks();
        if (!isLineEnd()) {
            throw notPlain();
        }
        toLineEnd();
        toContent();
        refuseMarkers();
    }

    private void refuseMarkers() {
        if (!atEnd() && column() == 0) {
            boolean marker = text.startsWith("---", position) || text.startsWith("...", position);
            if (marker || is('%')) {
                throw notPlain();
            }
        }
    }

    private void toLineEnd() {
        int end = text.indexOf('\n', position);
        position = end < 0 ? text.length() : end;
    }

    private void toContent() {
        while (!atEnd()) {
            if (is('\n')) {
                position++;
                line++;
                lineStart = position;
            }
            blanks();
            if (is('#')) {
                toLineEnd();
            } else if (!is('\n')) {
                return;
            }
        }
    }

    /// A text after `|`, its lines as they are, or after `>`, its lines joined.
    String blockText(int parent) {
        boolean folded = is('>');
        position++;
        char chomping = is('-') || is('+') ? text.charAt(position++) : ' ';
        int header = position;
        blanks();
        if (!isLineEnd() || (is('#') && position == header)) {
            throw notPlain();
        }
        toLineEnd();
        int indent = -1;
        int blankLines = 0;
        boolean joins = false;
        StringBuilder lines = new StringBuilder();
        while (position < text.length()) {
            int start = position + 1;
            int content = start;
            while (content < text.length() && text.charAt(content) == ' ') {
                content++;
            }
            boolean blank = content >= text.length() || text.charAt(content) == '\n';
            if (blank && (indent < 0 ? content > start : content - start > indent)) {
                throw notPlain();
            }
            if (!blank) {
                indent = indent < 0 ? content - start : indent;
                if (indent <= parent) {
                    throw notPlain();
                }
                if (content - start < indent) {
                    break;
                }
            }
            int end = text.indexOf('\n', content);
            if (end < 0) {
                if (!blank) {
                    throw notPlain();
                }
                end = text.length();
            }
            line++;
            lineStart = start;
            position = end;
            if (blank) {
                blankLines += start < text.length() ? 1 : 0;
            } else {
                boolean goesOn = folded && text.charAt(start + indent) != ' ';
                if (!lines.isEmpty() || joins) {
                    lines.append(goesOn && joins ? blankLines == 0 ? " " : "" : "\n");
                }
                lines.repeat('\n', blankLines).append(text, start + indent, end);
                joins = goesOn;
                blankLines = 0;
            }
        }
        if (indent < 0) {
            throw notPlain();
        }
        toContent();
        refuseMarkers();
        return chomped(lines, chomping, blankLines);
    }

    private static String chomped(StringBuilder lines, char chomping, int blankLines) {
        if (chomping != '-') {
            lines.append('\n').repeat('\n', chomping == '+' ? blankLines : 0);
        }
        return lines.toString();
    }
}
