package io.atmoshub.cli.hub;

import io.atmoshub.cli.Noun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `atmos hub policy`.
@Command(
        name = "policy",
        description = "What the assistant may do: the organisation's rules, and what you allowed for always.",
        footer = {
            "",
            "Examples:",
            "  atmos hub policy what-if file_write --path stacks/prod.yaml",
            "  atmos hub policy check policy.yaml"
        })
final class PolicyCommand extends Noun {
    @Override
    protected List<String> names() {
        return List.of("show", "check", "what-if", "grants");
    }

    @Override
    protected @Nullable Class<?> named(String name) {
        return switch (name) {
            case "show" -> ShowPolicyCommand.class;
            case "check" -> CheckPolicyCommand.class;
            case "what-if" -> WhatIfCommand.class;
            case "grants" -> GrantsCommand.class;
            default -> null;
        };
    }
}
