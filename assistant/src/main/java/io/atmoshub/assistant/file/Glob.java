package io.atmoshub.assistant.file;

import java.util.Arrays;
import java.util.BitSet;

/// A pattern for paths: `*` and `?` stay within a folder, `**` goes across, `[abc]` is one of these,
/// `{a,b}` either. Matching takes time in proportion to pattern times path, whatever somebody wrote.
public final class Glob {
    static final int LONGEST = 4_000;
    private final String[] alternatives;

    public Glob(String pattern) {
        if (pattern.length() > LONGEST) {
            throw new IllegalArgumentException("A pattern has at most %,d characters.".formatted(LONGEST));
        }
        int open = brace(pattern);
        int close = pattern.indexOf('}', open + 1);
        if (open < 0 || close < 0) {
            alternatives = new String[] {pattern};
            return;
        }
        // One group of braces is what people write; more are taken literally.
        String[] inner = pattern.substring(open + 1, close).split(",", -1);
        alternatives = new String[inner.length];
        for (int i = 0; i < inner.length; i++) {
            alternatives[i] = pattern.substring(0, open) + inner[i] + pattern.substring(close + 1);
        }
    }

    /// The pattern that fits this path alone, whatever signs its names are made of.
    public static String quoted(String path) {
        return path.replaceAll("[\\[*?{]", "[$0]");
    }

    private static int brace(String pattern) {
        int open = pattern.indexOf('{');
        while (open > 0 && pattern.startsWith("[{]", open - 1)) {
            open = pattern.indexOf('{', open + 1);
        }
        return open;
    }

    public boolean matches(String path) {
        for (String alternative : alternatives) {
            if (new Attempt(alternative, path).matches(0, 0)) {
                return true;
            }
        }
        return false;
    }

    /// Remembers what failed, so that no pair of places is tried twice.
    private static final class Attempt {
        private final String pattern;
        private final String path;
        private final BitSet failed = new BitSet();
        /// For each star the places from which it failed, the last stretch of them.
        private final int[] failedFrom;
        private final int[] failedTo;

        Attempt(String pattern, String path) {
            this.pattern = pattern;
            this.path = path;
            this.failedFrom = new int[pattern.length()];
            this.failedTo = new int[pattern.length()];
            Arrays.fill(failedTo, -1);
        }

        boolean matches(int p, int i) {
            while (p < pattern.length()) {
                char c = pattern.charAt(p);
                if (c == '*') {
                    return star(p, i);
                }
                if (i == path.length()) {
                    return false;
                }
                int next = one(p, path.charAt(i));
                if (next < 0) {
                    return false;
                }
                p = next;
                i++;
            }
            return i == path.length();
        }

        private boolean star(int p, int from) {
            boolean across = p + 1 < pattern.length() && pattern.charAt(p + 1) == '*';
            int rest = p + (across ? 2 : 1);
            // `**/x` also matches `x` at the top.
            if (across && rest < pattern.length() && pattern.charAt(rest) == '/' && tried(rest + 1, from)) {
                return true;
            }
            // What failed from an earlier place of the stretch fails from here: without this, stars behind each other
            // would cost the path's length squared.
            if (failedFrom[p] <= from && from <= failedTo[p]) {
                return false;
            }
            for (int i = from; ; i++) {
                if (tried(rest, i)) {
                    return true;
                }
                if (i == path.length() || (!across && path.charAt(i) == '/')) {
                    failedFrom[p] = from;
                    failedTo[p] = i;
                    return false;
                }
            }
        }

        private boolean tried(int p, int i) {
            int key = p * (path.length() + 1) + i;
            if (failed.get(key)) {
                return false;
            }
            if (matches(p, i)) {
                return true;
            }
            failed.set(key);
            return false;
        }

        /// Where the pattern goes on after matching this character, or -1.
        private int one(int p, char c) {
            char expected = pattern.charAt(p);
            if (expected == '?') {
                return c == '/' ? -1 : p + 1;
            }
            int close = expected == '[' ? pattern.indexOf(']', p + 2) : -1;
            if (close < 0) {
                return expected == c ? p + 1 : -1;
            }
            return inClass(pattern.substring(p + 1, close), c) && c != '/' ? close + 1 : -1;
        }

        private static boolean inClass(String members, char c) {
            boolean not = members.charAt(0) == '!' || members.charAt(0) == '^';
            boolean found = false;
            for (int k = not ? 1 : 0; k < members.length(); k++) {
                if (k + 2 < members.length() && members.charAt(k + 1) == '-') {
                    found |= members.charAt(k) <= c && c <= members.charAt(k + 2);
                    k += 2;
                } else {
                    found |= members.charAt(k) == c;
                }
            }
            return found != not;
        }
    }
}
