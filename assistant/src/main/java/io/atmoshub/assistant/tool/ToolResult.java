package io.atmoshub.assistant.tool;

import org.jspecify.annotations.Nullable;

/// What a tool has to say: five words for the tool line, the output for the model, and the file that it
/// wants written in the session's own copy.
public record ToolResult(
        String summary, String output, @Nullable Written written) {
    /// `baseHash` is the SHA-256 of the content that it replaces, none for a new file.
    public record Written(String path, @Nullable String baseHash, String content) {}

    public static ToolResult of(String summary, String output) {
        return new ToolResult(summary, output, null);
    }
}
