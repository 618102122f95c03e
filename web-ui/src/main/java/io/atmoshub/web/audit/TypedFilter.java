package io.atmoshub.web.audit;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.audit.AuditFilter;
import io.atmoshub.web.face.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody types into the filter bar: `actor:ana action:tool.* object:"prod vpc" from:2026-11-01`. A word
/// without a key looks for objects that hold it.
final class TypedFilter {
    private static final Set<String> KEYS = Set.of("actor", "action", "object", "outcome", "from", "to");
    private static final Pattern WORD = Pattern.compile("(?:([a-zA-Z]+):)?(?:\"([^\"]*)\"|(\\S+))");

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final ZoneId zone;

    private TypedFilter(ZoneId zone) {
        this.zone = zone;
    }

    static TypedFilter parse(String typed, ZoneId zone) {
        var filter = new TypedFilter(zone);
        Matcher word = WORD.matcher(typed);
        while (word.find()) {
            String value = word.group(2) == null ? word.group(3) : word.group(2);
            String key = word.group(1);
            if (key == null) {
                filter.put("object", "*" + value + "*");
            } else if (KEYS.contains(key)) {
                filter.put(key, value);
            } else {
                throw new HubException(
                        ErrorCode.INVALID_INPUT, Words.of("audit.filter.unknown", key), Words.of("audit.filter.keys"));
            }
        }
        // Wrong dates are found while typing, not when the rows come.
        filter.toFilter();
        return filter;
    }

    private void put(String key, String value) {
        parts.put(key, value);
    }

    AuditFilter toFilter() {
        return new AuditFilter(
                parts.get("actor"),
                parts.get("action"),
                parts.get("object"),
                parts.get("outcome"),
                parts.containsKey("from") ? time(parts.get("from"), false) : null,
                parts.containsKey("to") ? time(parts.get("to"), true) : null);
    }

    /// The same filter for the export's address.
    String query(String format) {
        List<String> query = new ArrayList<>();
        query.add("format=" + format);
        AuditFilter filter = toFilter();
        parts.forEach((key, value) -> {
            String exact =
                    switch (key) {
                        case "from" -> String.valueOf(filter.from());
                        case "to" -> String.valueOf(filter.to());
                        default -> value;
                    };
            query.add(key + "=" + URLEncoder.encode(exact, StandardCharsets.UTF_8));
        });
        return String.join("&", query);
    }

    /// A day means all of it: its beginning for `from`, the beginning of the next for `to`.
    private Instant time(String written, boolean end) {
        try {
            if (written.contains("T")) {
                return Instant.parse(written);
            }
            LocalDate day = LocalDate.parse(written);
            return (end ? day.plusDays(1) : day).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    Words.of("audit.filter.time", written),
                    Words.of("audit.filter.time.hint"),
                    e);
        }
    }
}
