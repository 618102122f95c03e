package io.atmoshub.cli.toolchain;

import java.util.Optional;

/// A tool as a person names it: `terraform`, `hashicorp/terraform` or either with `@1.13.4`.
record Wanted(String name, Optional<String> version) {
    static Wanted parse(String text) {
        int at = text.lastIndexOf('@');
        return at <= 0 || at == text.length() - 1
                ? new Wanted(at == text.length() - 1 && at > 0 ? text.substring(0, at) : text, Optional.empty())
                : new Wanted(text.substring(0, at), Optional.of(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return version.map(one -> name + "@" + one).orElse(name);
    }
}
