package io.atmoshub.assistant.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Two changes of one text, line by line: what each changed where the other did not. Changes that touch each other are
/// for a person to decide.
final class LineMerge {
    /// Comparing takes time in proportion to the product of the lengths.
    private static final long MOST_WORK = 4_000_000;

    private LineMerge() {}

    static Optional<String> of(String base, String one, String other) {
        if (base.equals(one) || one.equals(other)) {
            return Optional.of(other);
        }
        if (base.equals(other)) {
            return Optional.of(one);
        }
        List<String> from = TextLines.of(base);
        List<String> left = TextLines.of(one);
        List<String> right = TextLines.of(other);
        if ((long) from.size() * Math.max(left.size(), right.size()) > MOST_WORK) {
            return Optional.empty();
        }
        return merged(from, left, right, matches(from, left), matches(from, right));
    }

    private static Optional<String> merged(
            List<String> base, List<String> left, List<String> right, int[] inLeft, int[] inRight) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        int j = 0;
        int k = 0;
        while (i < base.size() || j < left.size() || k < right.size()) {
            if (i < base.size() && inLeft[i] == j && inRight[i] == k) {
                text.append(base.get(i++));
                j++;
                k++;
                continue;
            }
            int stable = i;
            while (stable < base.size() && (inLeft[stable] < 0 || inRight[stable] < 0)) {
                stable++;
            }
            int leftEnd = stable < base.size() ? inLeft[stable] : left.size();
            int rightEnd = stable < base.size() ? inRight[stable] : right.size();
            List<String> was = base.subList(i, stable);
            List<String> ours = left.subList(j, leftEnd);
            List<String> theirs = right.subList(k, rightEnd);
            if (was.equals(ours) || ours.equals(theirs)) {
                theirs.forEach(text::append);
            } else if (was.equals(theirs)) {
                ours.forEach(text::append);
            } else {
                return Optional.empty();
            }
            i = stable;
            j = leftEnd;
            k = rightEnd;
        }
        return Optional.of(text.toString());
    }

    /// For each line of the base where it is in the other, by the longest common subsequence; -1 where it is not.
    private static int[] matches(List<String> base, List<String> other) {
        int[] found = new int[base.size()];
        Arrays.fill(found, -1);
        int[][] common = new int[base.size() + 1][other.size() + 1];
        for (int i = base.size() - 1; i >= 0; i--) {
            for (int j = other.size() - 1; j >= 0; j--) {
                common[i][j] = base.get(i).equals(other.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < base.size() && j < other.size()) {
            if (base.get(i).equals(other.get(j))) {
                found[i++] = j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return found;
    }

    /// The lines that differ, for a person to look at.
    static List<String> difference(String before, String after) {
        List<String> from = TextLines.of(before);
        List<String> to = TextLines.of(after);
        List<String> shown = new ArrayList<>();
        if ((long) from.size() * to.size() > MOST_WORK) {
            return shown;
        }
        int[] where = matches(from, to);
        int j = 0;
        for (int i = 0; i < from.size(); i++) {
            if (where[i] < 0) {
                shown.add("-" + TextLines.bare(from.get(i)));
                continue;
            }
            while (j < where[i]) {
                shown.add("+" + TextLines.bare(to.get(j++)));
            }
            j++;
        }
        while (j < to.size()) {
            shown.add("+" + TextLines.bare(to.get(j++)));
        }
        return shown;
    }
}
