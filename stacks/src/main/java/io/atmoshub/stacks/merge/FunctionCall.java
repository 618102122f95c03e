package io.atmoshub.stacks.merge;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A YAML function as it stands in a value until it runs: `!env HOME`.
public record FunctionCall(String name, String arguments) {
    /// Done while a file is read, or by the merge.
    private static final Set<String> AT_ONCE = Set.of("literal", "append");

    private static final Set<String> LATER = Set.of(
            "include",
            "include.raw",
            "env",
            "exec",
            "template",
            "store",
            "store.get",
            "secret",
            "terraform.output",
            "terraform.state",
            "repo-root",
            "git.root",
            "git.sha",
            "git.ref",
            "git.branch",
            "git.repository",
            "git.owner",
            "git.name",
            "git.host",
            "git.url",
            "cwd",
            "random",
            "cel",
            "unset",
            "tags",
            "labels",
            "labels.keys",
            "labels.values",
            "version",
            "emulator",
            "aws.account_id",
            "aws.caller_identity_arn",
            "aws.caller_identity_user_id",
            "aws.region",
            "aws.organization_id");

    public static boolean isKnown(String name) {
        return LATER.contains(name) || AT_ONCE.contains(name);
    }

    /// All names that may follow a `!`.
    public static Set<String> names() {
        return Stream.concat(LATER.stream(), AT_ONCE.stream()).collect(Collectors.toUnmodifiableSet());
    }

    static boolean isCall(String text) {
        return text.length() > 3 && text.charAt(0) == '!' && LATER.contains(nameIn(text));
    }

    public static Optional<FunctionCall> of(String text) {
        String name = text.startsWith("!") ? nameIn(text) : "";
        return LATER.contains(name)
                ? Optional.of(
                        new FunctionCall(name, text.substring(name.length() + 1).strip()))
                : Optional.empty();
    }

    private static String nameIn(String text) {
        int end = 1;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(1, end);
    }

    @Override
    public String toString() {
        return arguments.isEmpty() ? "!" + name : "!" + name + " " + arguments;
    }
}
