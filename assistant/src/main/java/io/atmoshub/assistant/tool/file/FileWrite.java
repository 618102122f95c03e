package io.atmoshub.assistant.tool.file;

import io.atmoshub.assistant.file.FileRefused;
import io.atmoshub.assistant.file.ProjectPath;
import io.atmoshub.assistant.file.Secrets;
import io.atmoshub.assistant.file.SessionCopy;
import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.Effect;
import io.atmoshub.assistant.tool.Parameter;
import io.atmoshub.assistant.tool.Tool;
import io.atmoshub.assistant.tool.ToolContext;
import io.atmoshub.assistant.tool.ToolFailure;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.assistant.tool.ToolSpec;
import io.atmoshub.hub.session.FileChange;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes a file in the session's own copy. What a person approved is a change of one content into another:
/// when the first is no longer there, they are asked again.
final class FileWrite implements Tool {
    private static final int LARGEST = 512 * 1024;
    private static final ToolSpec SPEC = new ToolSpec(
            "file_write",
            "Writes a text file in the session's own copy of the project, never in the project itself.",
            List.of(
                    Parameter.required("path", Parameter.Type.STRING, "The file, relative to the project's folder."),
                    Parameter.required(
                            "content", Parameter.Type.STRING, "The file's whole new content, or what to append."),
                    Parameter.optional(
                            "append", Parameter.Type.BOOLEAN, "Whether the content goes to the end of what is there.")),
            Effect.WRITES_COPY,
            Duration.ofSeconds(10));

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public String words(Arguments arguments) {
        return (arguments.flag("append") ? "Append to " : "Write ") + FileTools.quoted(arguments.text("path"));
    }

    @Override
    public Optional<String> path(Arguments arguments) {
        return Optional.of(FileTools.rulePath(arguments));
    }

    @Override
    public Optional<FileChange> change(Arguments arguments, SessionCopy files) throws ToolFailure {
        return Optional.of(planned(arguments, files));
    }

    @Override
    public ToolResult run(Arguments arguments, ToolContext context) throws ToolFailure {
        FileChange change = planned(arguments, context.files());
        FileChange approved = context.approved();
        if (approved != null && !Objects.equals(approved.before(), change.before())) {
            throw new ToolFailure(
                    "changed meanwhile",
                    "%s changed after it was shown for approval, so nothing was written. Read it and ask again."
                            .formatted(change.path()));
        }
        @Nullable String before = change.before();
        String did = before == null ? "created" : "changed";
        return new ToolResult(
                "%s, %s"
                        .formatted(
                                did,
                                FileTools.counted((int) change.after().lines().count(), "line", "lines")),
                "%s was %s in this session's copy of the project.%n".formatted(change.path(), did),
                new ToolResult.Written(change.path(), before == null ? null : FileChange.hash(before), change.after()));
    }

    private static FileChange planned(Arguments arguments, SessionCopy files) throws ToolFailure {
        ProjectPath path = FileTools.path(arguments);
        String content = arguments.text("content");
        if (content.contains(Secrets.MASK)) {
            throw new ToolFailure(
                    "holds masked secrets",
                    "The content holds %s, which stands for a secret that you were not shown. Append instead of replacing."
                            .formatted(Secrets.MASK));
        }
        try {
            files.checkWritable(path);
            @Nullable String before = files.read(path).orElse(null);
            String after = arguments.flag("append") && before != null
                    ? before + (before.isEmpty() || before.endsWith("\n") ? "" : "\n") + content
                    : content;
            if (after.length() > LARGEST) {
                throw new ToolFailure("too large", "A written file has at most %,d characters.".formatted(LARGEST));
            }
            if (after.equals(before)) {
                throw new ToolFailure("nothing to change", "%s has this content already.".formatted(path));
            }
            return new FileChange(path.value(), before, after);
        } catch (FileRefused e) {
            throw FileTools.failure(e);
        }
    }
}
