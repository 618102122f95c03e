package io.atmoshub.toolchain.aqua;

import static io.atmoshub.toolchain.aqua.Definition.or;

import org.jspecify.annotations.Nullable;

/// Which of a repository's versions are the package's. What is null was not said.
///
/// @param filter an expression that sees the whole tag
/// @param prefix what the tag begins with, before the version proper
/// @param source `github_tag` when versions are tags without releases
public record VersionRules(
        @Nullable String filter,
        @Nullable String prefix,
        @Nullable String source) {
    VersionRules over(VersionRules base) {
        return new VersionRules(or(filter, base.filter), or(prefix, base.prefix), or(source, base.source));
    }

    String prefixOrNone() {
        return prefix == null ? "" : prefix;
    }
}
