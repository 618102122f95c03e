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
        List<Finding> wrong = StackValidation.of(asked.project(), ToolFinder.NONE);
        return wrong.isEmpty()
                ? ToolResult.of("nothing wrong", "All stacks can be read, imported, inherited and merged.\n")
                : ToolResult.of(
                        Texts.counted(wrong.size(), "problem"),
                        Texts.listed(
                                wrong,
                                arguments.number("skip").orElse(0),
                                MOST,
                                "atmos_validate_stacks",
                                Finding::toString));
    }
}
