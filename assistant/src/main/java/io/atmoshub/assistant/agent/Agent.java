package io.atmoshub.assistant.agent;

import io.atmoshub.assistant.file.Glob;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Who answers in a session: what it is told to be, the tools it has, and those of them it asks for again even if
/// policy allows them. An agent never has more than policy gives.
///
/// @param allowed names of tools or patterns of them, such as `atmos_describe_*`
/// @param builtIn false for one that the project's files describe: input, not somebody we trust
public record Agent(
        String name,
        String displayName,
        String description,
        String prompt,
        List<String> allowed,
        List<String> restricted,
        boolean builtIn) {
    public static final String GENERAL = "general";
    /// What agents are called in settings, commands and rules.
    public static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?");

    private static final String FAMILY = "atmos_";

    public Agent {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of an agent: " + name);
        }
        allowed = List.copyOf(allowed);
        restricted = List.copyOf(restricted);
    }

    public boolean has(String tool) {
        return allowed.stream().anyMatch(pattern -> covers(pattern, tool));
    }

    /// The tools that a person is asked about although policy allows them, as rules name them.
    public List<String> asksFor() {
        return restricted.stream()
                .flatMap(pattern -> pattern.startsWith(FAMILY) || pattern.startsWith("*")
                        ? Stream.of(pattern)
                        : Stream.of(pattern, FAMILY + pattern))
                .toList();
    }

    /// `describe_*` is the short form of `atmos_describe_*`.
    private static boolean covers(String pattern, String tool) {
        Glob glob = new Glob(pattern);
        return glob.matches(tool) || (tool.startsWith(FAMILY) && glob.matches(tool.substring(FAMILY.length())));
    }
}
