package io.atmoshub.toolchain;

import java.util.List;
import java.util.regex.Pattern;

/// Which tool: `owner/repo`, and for a few a longer path, as `kubernetes/kubernetes/kubectl`. It becomes a path below
/// `.tools`, so it can neither climb nor name what the product keeps there itself.
public record ToolId(String value) implements Comparable<ToolId> {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_~][A-Za-z0-9._~+-]*");
    private static final int LONGEST = 200;

    public ToolId {
        List<String> parts = List.of(value.split("/", -1));
        if (parts.size() < 2
                || value.length() > LONGEST
                || !parts.stream().allMatch(part -> PART.matcher(part).matches())) {
            throw new ToolchainException(
                    "\"%s\" is no tool: it has to be owner/repo.".formatted(value),
                    "Find its name with: atmos toolchain search %s".formatted(parts.getLast()));
        }
    }

    public static boolean fits(String text) {
        List<String> parts = List.of(text.split("/", -1));
        return parts.size() >= 2
                && text.length() <= LONGEST
                && parts.stream().allMatch(part -> PART.matcher(part).matches());
    }

    public String owner() {
        return value.substring(0, value.indexOf('/'));
    }

    /// All behind the owner.
    public String repo() {
        return value.substring(value.indexOf('/') + 1);
    }

    /// What people call it: the last part.
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    @Override
    public int compareTo(ToolId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
