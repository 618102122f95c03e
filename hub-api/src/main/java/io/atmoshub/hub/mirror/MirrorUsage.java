package io.atmoshub.hub.mirror;

import java.util.List;

/// How much the mirror holds, and how much was taken from it. Bytes that several addresses share count once in `bytes`.
public record MirrorUsage(long files, long blobs, long bytes, long undecided, long recalled, List<ToolUsage> tools) {
    public MirrorUsage {
        tools = List.copyOf(tools);
    }

    /// Of one tool, the most often taken first; an empty name for what belongs to none.
    public record ToolUsage(
            String tool,
            List<String> versions,
            List<String> platforms,
            long files,
            long bytes,
            long downloads,
            long downloadedBytes) {
        public ToolUsage {
            versions = List.copyOf(versions);
            platforms = List.copyOf(platforms);
        }
    }
}
