package io.atmoshub.stacks.manifest;

import java.util.ArrayList;
import java.util.List;

/// A pattern for paths with `/` in them: `*` and `?` within a part, `**` for any number of parts, `[a-z]`, `{a,b}`.
/// Matching takes no longer than the lengths of pattern and path multiplied.
public final class PathPattern {
    private static final int MOST_ALTERNATIVES = 1_000;

    private final List<List<String>> alternatives = new ArrayList<>();

    public PathPattern(String pattern) {
        List<String> expanded = new ArrayList<>();
        expand("", pattern, expanded);
        expanded.forEach(each -> alternatives.add(List.of(each.split("/", -1))));
    }

    public static boolean isPattern(String path) {
        for (int i = 0; i < path.length(); i++) {
            if ("*?[{".indexOf(path.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    public boolean matches(String path) {
        String[] parts = path.split("/", -1);
        return alternatives.stream().anyMatch(pattern -> partsMatch(pattern, parts));
    }

    private static void expand(String before, String rest, List<String> into) {
        int open = rest.indexOf('{');
        int close = closing(rest, open);
        if (open < 0 || close < 0 || into.size() >= MOST_ALTERNATIVES) {
            into.add(before + rest);
            return;
        }
        int depth = 0;
        int start = open + 1;
        for (int i = open + 1; i <= close; i++) {
            char c = rest.charAt(i);
            if (depth == 0 && (c == ',' || i == close)) {
                expand(before + rest.substring(0, open), rest.substring(start, i) + rest.substring(close + 1), into);
                start = i + 1;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = Math.max(open, 0); i < text.length() && open >= 0; i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /// The classic walk with one way back: to the last `**`.
    private static boolean partsMatch(List<String> pattern, String[] parts) {
        int p = 0;
        int star = -1;
        int resume = 0;
        int i = 0;
        while (i < parts.length) {
            if (p < pattern.size() && pattern.get(p).equals("**")) {
                star = p++;
                resume = i;
            } else if (p < pattern.size() && partMatches(pattern.get(p), parts[i])) {
                p++;
                i++;
            } else if (star >= 0) {
                p = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.size() && pattern.get(p).equals("**")) {
            p++;
        }
        return p == pattern.size();
    }

    private static boolean partMatches(String pattern, String text) {
        int p = 0;
        int star = -1;
        int resume = 0;
        int i = 0;
        while (i < text.length()) {
            int end = p < pattern.length() && pattern.charAt(p) == '[' ? pattern.indexOf(']', p + 2) : -1;
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = i;
            } else if (end > 0 && inClass(pattern.substring(p + 1, end), text.charAt(i))) {
                p = end + 1;
                i++;
            } else if (end < 0
                    && p < pattern.length()
                    && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(i))) {
                p++;
                i++;
            } else if (star >= 0) {
                p = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean inClass(String set, char c) {
        boolean negated = set.startsWith("!") || set.startsWith("^");
        boolean found = false;
        for (int i = negated ? 1 : 0; i < set.length(); i++) {
            if (i + 2 < set.length() && set.charAt(i + 1) == '-') {
                found |= c >= set.charAt(i) && c <= set.charAt(i + 2);
                i += 2;
            } else {
                found |= c == set.charAt(i);
            }
        }
        return found != negated;
    }
}
