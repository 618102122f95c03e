package io.atmoshub.assistant.memory;

import io.atmoshub.hub.text.LineDiff;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Two changes of one text, line by line: what each changed where the other did not. Changes that touch each other are
/// for a person to decide.
final class LineMerge {
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

    /// For each line of the base where it is in the other; -1 where it is not.
    private static int[] matches(List<String> base, List<String> other) {
        int[] found = new int[base.size()];
        Arrays.fill(found, -1);
        for (LineDiff.Line line : LineDiff.between(base, other).lines()) {
            if (line.kind() == LineDiff.Kind.SAME) {
                found[line.before() - 1] = line.after() - 1;
            }
        }
        return found;
    }
}
