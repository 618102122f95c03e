package io.atmoshub.assistant.builtin;

import java.util.ArrayList;
import java.util.List;

/// Two texts line by line, as a unified difference with two lines around each change.
final class LineDifference {
    private static final int CONTEXT = 2;
    private static final int LONGEST = 1_500;

    private LineDifference() {}

    static List<String> of(List<String> left, List<String> right) {
        List<String> all =
                all(left.subList(0, Math.min(LONGEST, left.size())), right.subList(0, Math.min(LONGEST, right.size())));
        List<String> shown = new ArrayList<>();
        boolean gap = false;
        for (int i = 0; i < all.size(); i++) {
            boolean near = false;
            for (int k = Math.max(0, i - CONTEXT); k <= Math.min(all.size() - 1, i + CONTEXT); k++) {
                near |= !all.get(k).startsWith(" ");
            }
            if (near) {
                if (gap && !shown.isEmpty()) {
                    shown.add("@@");
                }
                shown.add(all.get(i));
            }
            gap = !near;
        }
        return shown;
    }

    /// By the longest common subsequence.
    private static List<String> all(List<String> left, List<String> right) {
        int[][] common = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                common[i][j] = left.get(i).equals(right.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
                lines.add(" " + left.get(i++));
                j++;
            } else if (j == right.size() || (i < left.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("-" + left.get(i++));
            } else {
                lines.add("+" + right.get(j++));
            }
        }
        return lines;
    }
}
