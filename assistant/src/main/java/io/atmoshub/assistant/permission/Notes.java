package io.atmoshub.assistant.permission;

import io.atmoshub.project.yaml.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a reader of a document has to say about it, in the document's order.
final class Notes {
    private static final int MOST = 100;
    private final List<PolicyFinding> found = new ArrayList<>();

    void error(Origin place, String problem, String hint) {
        add(new PolicyFinding(place.line(), place.column(), true, problem, hint));
    }

    void note(Origin place, String problem, String hint) {
        add(new PolicyFinding(place.line(), place.column(), false, problem, hint));
    }

    List<PolicyFinding> found() {
        return found.stream()
                .sorted(Comparator.comparingInt(PolicyFinding::line).thenComparingInt(PolicyFinding::column))
                .toList();
    }

    int errors() {
        return (int) found.stream().filter(PolicyFinding::error).count();
    }

    private void add(PolicyFinding finding) {
        // An error must stay one, however many notes there are.
        if (found.size() < MOST || finding.error()) {
            found.add(finding);
        }
    }

    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}|\\p{Cf}", "?");
        return line.length() > 80 ? line.substring(0, 79) + "…" : line;
    }

    /// The known word that is meant, if one is near; else all of them.
    static String suggestion(String word, List<String> known) {
        return known.stream()
                .filter(each -> distance(each, word) <= Math.max(1, each.length() / 2))
                .min(Comparator.comparingInt(each -> distance(each, word)))
                .map("Did you mean \"%s\"?"::formatted)
                .orElse("There is: %s.".formatted(String.join(", ", known)));
    }

    private static int distance(String a, String b) {
        if (b.length() > 60) {
            return b.length();
        }
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] next = new int[b.length() + 1];
            next[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                next[j] = Math.min(Math.min(next[j - 1], last[j]) + 1, last[j - 1] + change);
            }
            last = next;
        }
        return last[b.length()];
    }
}
