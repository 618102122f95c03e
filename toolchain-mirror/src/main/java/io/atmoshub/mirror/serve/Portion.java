package io.atmoshub.mirror.serve;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What of a file is asked for, by HTTP's rules (RFC 9110): all, a part, nothing because the caller has it, or what
/// can't be. Several parts at once are answered with the whole file, which a server may always do.
public sealed interface Portion {
    record All() implements Portion {}

    /// Up to but without `to`.
    record Part(long from, long to) implements Portion {}

    record Unchanged() implements Portion {}

    record Unsatisfiable() implements Portion {}

    /// The headers that decide, as they came.
    record Asked(
            Optional<String> range,
            Optional<String> ifRange,
            Optional<String> ifNoneMatch,
            Optional<String> ifModifiedSince) {}

    Pattern RANGE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /// @param tag with its quotes
    static Portion of(Asked asked, String tag, String lastModified, long size) {
        if (asked.ifNoneMatch().isPresent()) {
            if (matches(asked.ifNoneMatch().get(), tag)) {
                return new Unchanged();
            }
        } else if (!lastModified.isEmpty()
                && asked.ifModifiedSince().filter(lastModified::equals).isPresent()) {
            return new Unchanged();
        }
        boolean stillTheSame = asked.ifRange()
                .map(condition -> condition.equals(tag) || (!lastModified.isEmpty() && condition.equals(lastModified)))
                .orElse(true);
        Matcher range = RANGE.matcher(asked.range().orElse(""));
        return stillTheSame && range.matches() ? part(range.group(1), range.group(2), size) : new All();
    }

    private static boolean matches(String list, String tag) {
        if (list.strip().equals("*")) {
            return true;
        }
        for (String one : list.split(",")) {
            if (one.strip().replaceFirst("^W/", "").equals(tag)) {
                return true;
            }
        }
        return false;
    }

    private static Portion part(String first, String last, long size) {
        if (first.isEmpty()) {
            long count = last.isEmpty() ? 0 : Math.min(Long.parseLong(last), size);
            return count == 0 ? (last.isEmpty() ? new All() : new Unsatisfiable()) : new Part(size - count, size);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size : Math.min(Long.parseLong(last) + 1, size);
        if (!last.isEmpty() && Long.parseLong(last) < from) {
            return new All();
        }
        return from >= size ? new Unsatisfiable() : new Part(from, to);
    }
}
