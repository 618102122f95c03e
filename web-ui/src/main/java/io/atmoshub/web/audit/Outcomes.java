package io.atmoshub.web.audit;

import java.util.Locale;

/// How an outcome is coloured: good, refused, wrong, or none of these.
final class Outcomes {
    private Outcomes() {}

    static String tone(String outcome) {
        return switch (outcome.toLowerCase(Locale.ROOT)) {
            case "ok", "allowed", "finished", "success" -> "good";
            case "denied", "refused", "not_allowed", "not_signed_in" -> "refused";
            case "failed", "unknown", "broken", "error" -> "wrong";
            default -> "plain";
        };
    }
}
