package io.atmoshub.server.usage;

import io.atmoshub.hub.usage.UsageSum;
import java.util.List;
import java.util.stream.Collectors;

/// Sums as comma-separated values.
final class UsageCsv {
    private static final String HEAD =
            "key,name,calls,input,cached,cache_creation,output,cost_usd,unpriced_calls,estimated_calls,first_word_ms\r\n";

    private UsageCsv() {}

    static String of(List<UsageSum> sums) {
        return HEAD + sums.stream().map(UsageCsv::line).collect(Collectors.joining());
    }

    private static String line(UsageSum sum) {
        return "%s,%s,%d,%d,%d,%d,%d,%s,%d,%d,%s\r\n"
                .formatted(
                        cell(sum.key()),
                        cell(sum.name()),
                        sum.calls(),
                        sum.input(),
                        sum.cached(),
                        sum.cacheCreation(),
                        sum.output(),
                        sum.cost().toPlainString(),
                        sum.unpriced(),
                        sum.estimated(),
                        sum.firstWordMillis() == null ? "" : sum.firstWordMillis());
    }

    /// What begins like a formula is none: spreadsheets would compute what somebody named a session.
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+@\\-\t\r].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
