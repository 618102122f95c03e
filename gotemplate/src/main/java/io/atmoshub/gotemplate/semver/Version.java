package io.atmoshub.gotemplate.semver;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.FunctionException;
import io.atmoshub.gotemplate.GoObject;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A semantic version as `Masterminds/semver` 3 has it: `v1`, `1.2` and `1.2.3-rc.1+build` all are.
public record Version(long major, long minor, long patch, String prerelease, String metadata, String original)
        implements GoObject, Comparable<Version> {

    private static final int LONGEST = 256;

    /// Lazily: only templates that ask for versions pay for it. Linear, and only for texts of 256 characters.
    private static final class Syntax {
        static final Pattern VERSION = Pattern.compile("v?(\\d{1,18})(?:\\.(\\d{1,18}))?(?:\\.(\\d{1,18}))?"
                + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?");
    }

    /// @throws FunctionException when it isn't a version
    public static Version parse(String text) {
        var matcher = Syntax.VERSION.matcher(text.length() > LONGEST ? "" : text);
        if (!matcher.matches()) {
            throw new FunctionException("\"" + text + "\" isn't a version; write it like \"1.2.3\".");
        }
        return new Version(
                number(matcher.group(1)),
                number(matcher.group(2)),
                number(matcher.group(3)),
                Objects.requireNonNullElse(matcher.group(4), ""),
                Objects.requireNonNullElse(matcher.group(5), ""),
                text);
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    @Override
    public int compareTo(Version other) {
        int byMajor = Long.compare(major, other.major);
        int byMinor = Long.compare(minor, other.minor);
        int byPatch = Long.compare(patch, other.patch);
        if (byMajor != 0 || byMinor != 0 || byPatch != 0) {
            return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : byPatch;
        }
        if (prerelease.isEmpty() || other.prerelease.isEmpty()) {
            return Boolean.compare(prerelease.isEmpty(), other.prerelease.isEmpty());
        }
        return comparePrereleases(prerelease.split("\\."), other.prerelease.split("\\."));
    }

    private static int comparePrereleases(String[] a, String[] b) {
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int order = compareParts(a[i], b[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    }

    private static int compareParts(String a, String b) {
        boolean left = a.chars().allMatch(Character::isDigit);
        boolean right = b.chars().allMatch(Character::isDigit);
        if (left && right) {
            return new java.math.BigInteger(a).compareTo(new java.math.BigInteger(b));
        }
        return left != right ? (left ? -1 : 1) : Integer.signum(a.compareTo(b));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Version version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(major, minor, patch, prerelease);
    }

    @Override
    public @Nullable Function member(String name) {
        return switch (name) {
            case "Major" -> call -> major;
            case "Minor" -> call -> minor;
            case "Patch" -> call -> patch;
            case "Prerelease" -> call -> prerelease;
            case "Metadata" -> call -> metadata;
            case "Original" -> call -> original;
            case "String" -> call -> toString();
            case "Compare" -> call -> (long) Integer.signum(compareTo(version(call.of(1))));
            case "Equal" -> call -> equals(version(call.of(1)));
            case "LessThan" -> call -> compareTo(version(call.of(1))) < 0;
            case "LessThanEqual" -> call -> compareTo(version(call.of(1))) <= 0;
            case "GreaterThan" -> call -> compareTo(version(call.of(1))) > 0;
            case "GreaterThanEqual" -> call -> compareTo(version(call.of(1))) >= 0;
            case "IncMajor" -> call -> increased(major + 1, 0, 0);
            case "IncMinor" -> call -> increased(major, minor + 1, 0);
            case "IncPatch" -> call -> increased(major, minor, prerelease.isEmpty() ? patch + 1 : patch);
            case "SetPrerelease" -> call -> with(call.of(1).text(0), metadata);
            case "SetMetadata" -> call -> with(prerelease, call.of(1).text(0));
            default -> null;
        };
    }

    private Version increased(long newMajor, long newMinor, long newPatch) {
        return parse((original.startsWith("v") ? "v" : "") + newMajor + "." + newMinor + "." + newPatch);
    }

    private Version with(String newPrerelease, String newMetadata) {
        return parse((original.startsWith("v") ? "v" : "") + major + "." + minor + "." + patch
                + (newPrerelease.isEmpty() ? "" : "-" + newPrerelease)
                + (newMetadata.isEmpty() ? "" : "+" + newMetadata));
    }

    private static Version version(Call call) {
        if (call.value(0) instanceof Version version) {
            return version;
        }
        throw call.fail("argument 1 must be a version; make one with semver.");
    }

    @Override
    public String typeName() {
        return "*semver.Version";
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch + (prerelease.isEmpty() ? "" : "-" + prerelease)
                + (metadata.isEmpty() ? "" : "+" + metadata);
    }
}
