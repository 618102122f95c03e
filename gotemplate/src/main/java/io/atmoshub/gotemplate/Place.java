package io.atmoshub.gotemplate;

/// Where in a template something is, worked out only when somebody has to be told.
record Place(String name, int line, int column, String action) {

    private static final int LONGEST = 80;

    static Place of(Source source, int offset) {
        String text = source.text();
        int at = Math.min(offset, text.length());
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        return new Place(source.name(), line, text.codePointCount(lineStart, at) + 1, action(source, at));
    }

    private static String action(Source source, int at) {
        String text = source.text();
        int from = text.lastIndexOf(source.options().open(), at);
        if (from < 0) {
            return "";
        }
        int to = text.indexOf(source.options().close(), at);
        int end = to < 0 ? text.length() : to + source.options().close().length();
        String found = text.substring(from, end).replaceAll("\\s+", " ");
        return found.length() <= LONGEST ? found : found.substring(0, LONGEST) + "…";
    }

    String describe(String problem) {
        String where = name + ":" + line + ":" + column + ": " + problem;
        return action.isEmpty() ? where : where + " In: " + action;
    }
}
