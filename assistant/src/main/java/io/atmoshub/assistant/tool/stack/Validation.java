package io.atmoshub.assistant.tool.stack;

import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.stacks.ToolFinder;
import io.atmoshub.stacks.validation.Finding;
import io.atmoshub.stacks.validation.StackValidation;
import java.util.List;

/// What is wrong with the stacks.
final class Validation {
    private static final int MOST = 30;

    private Validation() {}

    static ToolResult of(Arguments arguments, Asked asked) {
        List<Finding> all = StackValidation.of(asked.project(), ToolFinder.NONE);
        List<Finding> wrong =
                all.stream().filter(each -> asked.isOpen(each.origin())).toList();
        String closed = all.size() == wrong.size()
                ? ""
                : "%s in files that the project's .atmosignore closes to the assistant.%n"
                        .formatted(Texts.counted(all.size() - wrong.size(), "more problem"));
        if (all.isEmpty()) {
            return ToolResult.of("nothing wrong", "All stacks can be read, imported, inherited and merged.\n");
        }
        return ToolResult.of(
                Texts.counted(all.size(), "problem"),
                (wrong.isEmpty()
                                ? ""
                                : Texts.listed(
                                        wrong,
                                        arguments.number("skip").orElse(0),
                                        MOST,
                                        "atmos_validate_stacks",
                                        Finding::toString))
                        + closed);
    }
}
