package io.atmoshub.gotemplate;

import java.util.Collection;

/// ` Did you mean "…"?` for a name nobody knows, or nothing when none is near.
final class Closest {

    private static final int MANY = 500;
    private static final int LONG = 60;

    private Closest() {}

    static String to(String name, Collection<?> known) {
        if (name.length() > LONG) {
            return "";
        }
        String best = "";
        int bestDistance = Math.max(1, name.length() / 3) + 1;
        int looked = 0;
        for (var candidate : known) {
            if (candidate instanceof String text
                    && ++looked <= MANY
                    && Math.abs(text.length() - name.length()) < bestDistance) {
                int distance = distance(name, text);
                if (distance < bestDistance) {
                    bestDistance = distance;
                    best = text;
                }
            }
        }
        return best.isEmpty() ? "" : " Did you mean \"" + best + "\"?";
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.min(cost, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
