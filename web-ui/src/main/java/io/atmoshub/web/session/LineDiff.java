package io.atmoshub.web.session;

import java.util.ArrayList;
import java.util.List;

/// What changes between two texts, line by line, as a person reads it: unchanged lines only near a change.
final class LineDiff {
    enum Kind {
        SAME,
        ADDED,
        REMOVED,
        /// Unchanged lines left out.
        GAP
    }

    /// `before` and `after` are line numbers from 1; 0 where the line is not.
    record Line(Kind kind, int before, int after, String text) {}

    private static final int CONTEXT = 3;
    /// Beyond this many differing lines on each side, the middle is shown as replaced altogether.
    private static final int MOST = 1_500;

    private LineDiff() {}

    static List<Line> between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int head = 0;
        while (head < old.size() && head < now.size() && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < old.size() - head
                && tail < now.size() - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < head; i++) {
            lines.add(new Line(Kind.SAME, i + 1, i + 1, old.get(i)));
        }
        middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail), head, lines);
        for (int i = tail; i > 0; i--) {
            lines.add(new Line(Kind.SAME, old.size() - i + 1, now.size() - i + 1, old.get(old.size() - i)));
        }
        return nearChanges(lines);
    }

    private static void middle(List<String> old, List<String> now, int offset, List<Line> lines) {
        int[][] longest = old.size() <= MOST && now.size() <= MOST ? longest(old, now) : new int[0][];
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            boolean inBoth = longest.length > 0 && i < old.size() && j < now.size();
            if (inBoth && old.get(i).equals(now.get(j))) {
                lines.add(new Line(Kind.SAME, offset + i + 1, offset + j + 1, old.get(i)));
                i++;
                j++;
            } else if (i < old.size() && (!inBoth || longest[i + 1][j] >= longest[i][j + 1])) {
                lines.add(new Line(Kind.REMOVED, offset + i + 1, 0, old.get(i)));
                i++;
            } else {
                lines.add(new Line(Kind.ADDED, 0, offset + j + 1, now.get(j)));
                j++;
            }
        }
    }

    /// The length of the longest common part of what is left from each pair of places.
    private static int[][] longest(List<String> old, List<String> now) {
        int[][] length = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                length[i][j] = old.get(i).equals(now.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }

    private static List<Line> nearChanges(List<Line> lines) {
        boolean[] shown = new boolean[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).kind() != Kind.SAME) {
                for (int near = Math.max(0, i - CONTEXT); near <= Math.min(lines.size() - 1, i + CONTEXT); near++) {
                    shown[near] = true;
                }
            }
        }
        List<Line> near = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (shown[i]) {
                near.add(lines.get(i));
            } else if (near.isEmpty() || near.getLast().kind() != Kind.GAP) {
                near.add(new Line(Kind.GAP, 0, 0, ""));
            }
        }
        return near;
    }
}
