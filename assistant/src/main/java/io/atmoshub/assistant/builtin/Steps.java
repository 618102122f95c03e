package io.atmoshub.assistant.builtin;

import io.atmoshub.assistant.model.WantedCall;
import io.atmoshub.assistant.tool.ToolSpec;
import java.util.List;
import java.util.Optional;

/// What would be done, where it may not be done now.
final class Steps {
    private Steps() {}

    /// Empty when every call may be made.
    static Optional<String> toPlan(List<WantedCall> calls, List<ToolSpec> offered) {
        List<WantedCall> closed = calls.stream()
                .filter(call -> call.tool().equals("file_write") || call.tool().equals("memory_update"))
                .filter(call -> offered.stream().noneMatch(spec -> spec.name().equals(call.tool())))
                .toList();
        if (closed.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder plan = new StringBuilder("This is what I would do:\n");
        int number = 1;
        for (WantedCall call : closed) {
            plan.append("\n").append(number++).append(". ").append(words(call)).append('\n');
        }
        return Optional.of(plan.append("\nNothing is written yet, and each write is shown before it is made.")
                .toString());
    }

    private static String words(WantedCall call) {
        Object path = call.arguments().getOrDefault("path", call.arguments().getOrDefault("section", "the memory"));
        boolean append = Boolean.TRUE.equals(call.arguments().get("append"));
        String content =
                String.valueOf(call.arguments().getOrDefault("content", "")).strip();
        return "%s `%s`%s"
                .formatted(
                        append ? "Add to" : "Write",
                        path,
                        content.isEmpty() ? "" : ":\n\n   ```\n   " + content.replace("\n", "\n   ") + "\n   ```");
    }
}
