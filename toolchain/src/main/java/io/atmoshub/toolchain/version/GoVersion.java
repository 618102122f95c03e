package io.atmoshub.toolchain.version;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A version as HashiCorp's go-version reads and orders it, which is how registries mean their constraints: any number
/// of segments, missing ones are zero, and what follows a hyphen comes before the release.
public record GoVersion(List<Long> segments, String prerelease, String text) implements Comparable<GoVersion> {
    private static final int LONGEST = 256;
    private static final String PART = "[0-9A-Za-z\\-~]";
    private static final Pattern FORM = Pattern.compile("v?([0-9]+(?:\\.[0-9]+)*?)"
            + "(?:-([0-9]+" + PART + "*(?:\\." + PART + "+)*)|-?([A-Za-z\\-~]+" + PART + "*(?:\\." + PART + "+)*))?"
            + "(?:\\+" + PART + "+(?:\\." + PART + "+)*)?");

    public GoVersion {
        segments = List.copyOf(segments);
    }

    public static Optional<GoVersion> parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            List<Long> given =
                    Stream.of(form.group(1).split("\\.")).map(Long::valueOf).toList();
            List<Long> padded = given.size() >= 3
                    ? given
                    : Stream.concat(given.stream(), Stream.of(0L, 0L)).limit(3).toList();
            String numbered = form.group(2);
            String named = form.group(3);
            return Optional.of(new GoVersion(padded, named != null ? named : numbered != null ? numbered : "", text));
        } catch (NumberFormatException beyondLong) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(GoVersion other) {
        if (segments.equals(other.segments)) {
            return comparePrereleases(prerelease, other.prerelease);
        }
        int longest = Math.max(segments.size(), other.segments.size());
        for (int i = 0; i < longest; i++) {
            int difference = Long.compare(segment(i), other.segment(i));
            if (difference != 0) {
                return difference;
            }
        }
        // 1.2.3 and 1.2.3.0-rc1: here go-version no longer looks at what follows the hyphen.
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GoVersion version && text.equals(version.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private long segment(int index) {
        return index < segments.size() ? segments.get(index) : 0;
    }

    private static int comparePrereleases(String mine, String theirs) {
        if (mine.equals(theirs)) {
            return 0;
        }
        if (mine.isEmpty() || theirs.isEmpty()) {
            return mine.isEmpty() ? 1 : -1;
        }
        String[] left = mine.split("\\.", -1);
        String[] right = theirs.split("\\.", -1);
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int difference = comparePart(i < left.length ? left[i] : "", i < right.length ? right[i] : "");
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int comparePart(String mine, String theirs) {
        if (mine.equals(theirs)) {
            return 0;
        }
        Optional<Long> left = number(mine);
        Optional<Long> right = number(theirs);
        if (mine.isEmpty()) {
            return right.isPresent() ? -1 : 1;
        }
        if (theirs.isEmpty()) {
            return left.isPresent() ? 1 : -1;
        }
        if (left.isPresent() != right.isPresent()) {
            return left.isPresent() ? -1 : 1;
        }
        return left.isPresent() ? Long.compare(left.get(), right.orElseThrow()) : mine.compareTo(theirs);
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
