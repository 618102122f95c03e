package io.atmoshub.stacks;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// What somebody may have meant.
public final class Spelling {
    private Spelling() {}

    /// `Did you mean "…"? ` when a candidate is near, else nothing.
    public static String suggestion(String name, Collection<String> candidates) {
        return closest(name, candidates).map("Did you mean \"%s\"? "::formatted).orElse("");
    }

    public static Optional<String> closest(String name, Collection<String> candidates) {
        int far = Math.max(2, name.length() / 3);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= far || candidate.contains(name))
                .map(candidate -> new Candidate(candidate, candidate.contains(name) ? 1 : distance(name, candidate)))
                .filter(candidate -> candidate.distance() <= far)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    private record Candidate(String name, int distance) {}

    private static int distance(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = above[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[right.length()];
    }
}
