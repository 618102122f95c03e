package io.atmoshub.assistant.tool;

import io.atmoshub.assistant.file.SessionCopy;
import io.atmoshub.hub.session.FileChange;
import java.util.Optional;

/// Something that the assistant can do. Tools are stateless; what one changes is in its result.
public interface Tool {
    ToolSpec spec();

    /// The call in words for a person: "Read `stacks/catalog/vpc.yaml`".
    String words(Arguments arguments);

    /// The path that rules look at; none when the call is not about one file.
    default Optional<String> path(Arguments arguments) {
        return Optional.empty();
    }

    /// What a person sees before they approve. Refuses what could not be done anyway, so that nobody is
    /// asked in vain.
    default Optional<FileChange> change(Arguments arguments, SessionCopy files) throws ToolFailure {
        return Optional.empty();
    }

    /// Runs on a thread of its own, which is interrupted when the time is up or somebody says stop.
    ToolResult run(Arguments arguments, ToolContext context) throws ToolFailure, InterruptedException;
}
