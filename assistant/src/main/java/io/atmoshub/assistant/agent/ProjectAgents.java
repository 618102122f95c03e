package io.atmoshub.assistant.agent;

import io.atmoshub.assistant.settings.AiKeys;
import io.atmoshub.project.Config;
import io.atmoshub.project.ProjectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the agents that a project describes in `settings.ai.agents`, in the keys of `.agent.yaml`. They are input:
/// such an agent has no tool that it would not have without being one, and can't be called like a built-in one.
public final class ProjectAgents {
    private static final int MOST = 50;
    private static final int LONGEST_PROMPT = 20_000;
    private static final int LONGEST_WORDS = 300;
    private static final int MOST_PATTERNS = 100;

    private ProjectAgents() {}

    /// The built-in agents and the project's.
    ///
    /// @throws ProjectException when one can't be understood
    public static Agents of(AiKeys keys) {
        List<Agent> all = new ArrayList<>(Agents.BUILT_IN.all());
        Map<String, @Nullable Object> own = keys.section("agents");
        if (own.size() > MOST) {
            throw wrong(
                    keys,
                    "there are %d agents.".formatted(own.size()),
                    "At most %d are read.".formatted(MOST),
                    "agents");
        }
        own.keySet().forEach(name -> all.add(agent(keys, name)));
        String byDefault = keys.text("default_agent").orElse(Agent.GENERAL);
        if (all.stream().noneMatch(agent -> agent.name().equals(byDefault))) {
            throw wrong(
                    keys,
                    "there is no agent \"%s\".".formatted(byDefault),
                    "Set default_agent to one of: " + new Agents(all, byDefault).names(),
                    "default_agent");
        }
        return new Agents(all, byDefault);
    }

    private static Agent agent(AiKeys keys, String name) {
        if (!Agent.NAME.matcher(name).matches()) {
            throw wrong(
                    keys,
                    "\"%s\" is no name for an agent.".formatted(name),
                    "Use lower-case letters, digits and hyphens, 1 to 64 of them.",
                    "agents",
                    name);
        }
        if (Agents.BUILT_IN.find(name).isPresent()) {
            throw wrong(
                    keys, "the agent \"%s\" is built in.".formatted(name), "Give yours another name.", "agents", name);
        }
        Optional<String> prompt =
                keys.text("agents", name, "prompt").or(() -> keys.text("agents", name, "system_prompt"));
        if (prompt.isEmpty() || prompt.get().length() > LONGEST_PROMPT) {
            throw wrong(
                    keys,
                    "the agent \"%s\" has %s."
                            .formatted(name, prompt.isEmpty() ? "no prompt" : "a prompt that is too long"),
                    "Write what it is to do under prompt, in at most %,d characters.".formatted(LONGEST_PROMPT),
                    "agents",
                    name);
        }
        List<String> allowed = tools(keys, name, "allowed");
        return new Agent(
                name,
                words(keys, name, "display_name").orElse(name),
                words(keys, name, "description").orElse("An agent of this project."),
                prompt.get(),
                allowed.isEmpty() ? List.of("*") : allowed,
                tools(keys, name, "restricted"),
                false);
    }

    /// As `.agent.yaml` has them, or in the words of Atmos' skills.
    private static List<String> tools(AiKeys keys, String name, String kind) {
        List<String> nested = keys.texts("agents", name, "tools", kind);
        List<String> patterns = nested.isEmpty() ? keys.texts("agents", name, kind + "_tools") : nested;
        if (patterns.size() > MOST_PATTERNS
                || patterns.stream().anyMatch(pattern -> pattern.length() > LONGEST_WORDS)) {
            throw wrong(
                    keys,
                    "the agent \"%s\" names too many tools.".formatted(name),
                    "Name them by patterns, such as atmos_describe_*.",
                    "agents",
                    name);
        }
        return patterns;
    }

    private static Optional<String> words(AiKeys keys, String name, String key) {
        return keys.text("agents", name, key)
                .map(words -> words.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip())
                .map(words -> words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words);
    }

    private static ProjectException wrong(AiKeys keys, String what, String hint, String... path) {
        return new ProjectException("%s: %s".formatted(Config.words(keys.origin(path)), what), hint);
    }
}
