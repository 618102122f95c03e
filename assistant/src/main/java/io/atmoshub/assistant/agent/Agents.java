package io.atmoshub.assistant.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The agents that a project has: the built-in ones and its own. `byDefault` answers where nobody chose.
public record Agents(List<Agent> all, String byDefault) {
    private static final List<String> READING = List.of("file_list", "file_read", "file_search", "read_*");
    private static final List<String> STACKS = List.of("atmos_list_*", "atmos_describe_*", "atmos_explain_*");

    public static final Agents BUILT_IN = new Agents(
            List.of(
                    builtIn(
                            Agent.GENERAL,
                            "General",
                            "Everyday questions and changes, with every tool.",
                            List.of("*"),
                            List.of()),
                    builtIn(
                            "stack-analyzer",
                            "Stack Analyzer",
                            "How stacks are put together, what depends on what, and where environments differ. Only reads.",
                            both(STACKS, READING),
                            List.of()),
                    builtIn(
                            "component-refactor",
                            "Component Refactor",
                            "Improves components step by step; every write is asked about.",
                            both(
                                    both(STACKS, READING),
                                    List.of("file_*", "write_*", "atmos_validate_*", "validate_*", "memory_update")),
                            List.of("file_write", "file_edit", "write_*", "memory_update")),
                    builtIn(
                            "security-auditor",
                            "Security Auditor",
                            "Reviews what is open, who may do what, and where secrets are. Only reads.",
                            both(both(STACKS, READING), List.of("atmos_validate_*", "validate_*")),
                            List.of()),
                    builtIn(
                            "config-validator",
                            "Config Validator",
                            "Whether the configuration is right, and where a mistake is. Only reads.",
                            both(both(STACKS, READING), List.of("atmos_validate_*", "validate_*")),
                            List.of())),
            Agent.GENERAL);

    public Agents {
        all = List.copyOf(all);
    }

    public Optional<Agent> find(String name) {
        return all.stream().filter(agent -> agent.name().equals(name)).findFirst();
    }

    public String names() {
        return all.stream().map(Agent::name).collect(Collectors.joining(", "));
    }

    private static Agent builtIn(
            String name, String displayName, String description, List<String> allowed, List<String> restricted) {
        return new Agent(name, displayName, description, prompt(name), allowed, restricted, true);
    }

    private static String prompt(String name) {
        try (InputStream in = Agents.class.getResourceAsStream(name + ".md")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> both(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
