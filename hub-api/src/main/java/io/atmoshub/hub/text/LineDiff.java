package io.atmoshub.hub.text;

import java.util.ArrayList;
import java.util.List;

/// What changes from one text to another, line by line, with as many lines kept as can be.
public record LineDiff(List<Line> lines) {
    public enum Kind {
        SAME(" "),
        ADDED("+"),
        REMOVED("-"),
        /// Unchanged lines left out.
        GAP("@@");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    /// `before` and `after` are line numbers from 1; 0 where the line is not.
    public record Line(Kind kind, int before, int after, String text) {
        /// As patches have it.
        public String signed() {
            return kind.sign + text;
        }
    }

    /// Comparing takes time in proportion to the product of the lengths. Beyond this, all that lies between the first
    /// and the last difference is replaced.
    private static final long MOST_WORK = 4_000_000;

    public LineDiff {
        lines = List.copyOf(lines);
    }

    public static LineDiff between(String before, String after) {
        return between(before.lines().toList(), after.lines().toList());
    }

    public static LineDiff between(List<String> before, List<String> after) {
        int most = Math.min(before.size(), after.size());
        int head = 0;
        while (head < most && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < head; i++) {
            lines.add(new Line(Kind.SAME, i + 1, i + 1, before.get(i)));
        }
        middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail), head, lines);
        for (int i = tail; i > 0; i--) {
            lines.add(new Line(Kind.SAME, before.size() - i + 1, after.size() - i + 1, before.get(before.size() - i)));
        }
        return new LineDiff(lines);
    }

    public List<Line> changes() {
        return lines.stream().filter(line -> line.kind() != Kind.SAME).toList();
    }

    /// The changes with so many lines before and behind each; one gap for all that is left out in a row.
    public List<Line> around(int context) {
        boolean[] shown = new boolean[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).kind() != Kind.SAME) {
                for (int near = Math.max(0, i - context); near <= Math.min(lines.size() - 1, i + context); near++) {
                    shown[near] = true;
                }
            }
        }
        List<Line> around = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (shown[i]) {
                around.add(lines.get(i));
            } else if (around.isEmpty() || around.getLast().kind() != Kind.GAP) {
                around.add(new Line(Kind.GAP, 0, 0, ""));
            }
        }
        return around;
    }

    private static void middle(List<String> before, List<String> after, int offset, List<Line> lines) {
        boolean compared = (long) before.size() * after.size() <= MOST_WORK;
        int[][] common = compared ? common(before, after) : new int[0][];
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            boolean inBoth = compared && i < before.size() && j < after.size();
            if (inBoth && before.get(i).equals(after.get(j))) {
                lines.add(new Line(Kind.SAME, offset + i + 1, offset + j + 1, before.get(i)));
                i++;
                j++;
            } else if (i < before.size() && (!inBoth || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Kind.REMOVED, offset + i + 1, 0, before.get(i)));
                i++;
            } else {
                lines.add(new Line(Kind.ADDED, 0, offset + j + 1, after.get(j)));
                j++;
            }
        }
    }

    /// The length of the longest common part of what is left from each pair of places.
    private static int[][] common(List<String> before, List<String> after) {
        int[][] length = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                length[i][j] = before.get(i).equals(after.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }
}
