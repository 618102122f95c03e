package io.atmoshub.assistant.memory;

import java.util.List;
import java.util.Map;

/// A memory to begin with: a heading for each section, with a hint at what belongs there that only shows while editing.
public final class MemoryTemplate {
    private static final Map<String, String> HINTS = Map.of(
            "project_context", "Organization, environments, regions, how stacks are named, tags that are required.",
            "common_commands", "The commands somebody here types every day, and when they are safe.",
            "stack_patterns", "Where a value comes from: defaults, mixins, catalog. CIDR blocks. What depends on what.",
            "frequent_issues", "What went wrong before, as question, problem and solution.",
            "infrastructure_patterns", "Decisions that hold everywhere, with their reason.",
            "recent_learnings", "One line each, with its date; the assistant proposes them.");

    private MemoryTemplate() {}

    public static String of(List<String> sections) {
        StringBuilder text = new StringBuilder("""
                # Atmos Project Memory

                What somebody who helps here should know before the first question. The assistant reads it, and proposes
                changes by section. Edit freely: what you write stays.
                """);
        for (String section : sections) {
            String key = Section.keyOf(section);
            text.append("\n## ").append(Section.titleOf(key)).append('\n');
            String hint = HINTS.get(key);
            if (hint != null) {
                text.append("\n<!-- ").append(hint).append(" -->\n");
            }
        }
        return text.toString();
    }
}
