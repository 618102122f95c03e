package io.atmoshub.server.policy;

import java.util.List;

/// What changed from one text to another, for the audit log: the lines between their common beginning and end.
final class Difference {
    private static final int LONGEST = 4_000;

    private Difference() {}

    static String of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int first = 0;
        while (first < Math.min(old.size(), now.size()) && old.get(first).equals(now.get(first))) {
            first++;
        }
        int same = 0;
        while (same < Math.min(old.size(), now.size()) - first
                && old.get(old.size() - 1 - same).equals(now.get(now.size() - 1 - same))) {
            same++;
        }
        StringBuilder difference = new StringBuilder("from line %d\n".formatted(first + 1));
        old.subList(first, old.size() - same)
                .forEach(line -> difference.append("- ").append(line).append('\n'));
        now.subList(first, now.size() - same)
                .forEach(line -> difference.append("+ ").append(line).append('\n'));
        return difference.length() > LONGEST
                ? difference.substring(0, LONGEST) + "… the revisions have all of it"
                : difference.toString();
    }
}
