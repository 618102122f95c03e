package io.atmoshub.assistant.tool.file;

import io.atmoshub.assistant.file.Glob;
import io.atmoshub.assistant.file.ProjectPath;
import io.atmoshub.assistant.file.SessionCopy;
import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.Effect;
import io.atmoshub.assistant.tool.Parameter;
import io.atmoshub.assistant.tool.Tool;
import io.atmoshub.assistant.tool.ToolContext;
import io.atmoshub.assistant.tool.ToolFailure;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.assistant.tool.ToolSpec;
import java.time.Duration;
import java.util.List;

/// Lists files by path.
final class FileList implements Tool {
    private static final int MOST = 300;
    private static final ToolSpec SPEC = new ToolSpec(
            "file_list",
            "Lists the project's files by path, one a line, at most %d; ignored files are left out.".formatted(MOST),
            List.of(
                    Parameter.optional(
                            "glob",
                            Parameter.Type.STRING,
                            "A folder or a pattern, such as stacks/**/*.yaml. Default: all."),
                    Parameter.optional("skip", Parameter.Type.INTEGER, "How many to leave out at the beginning.")),
            Effect.READS,
            Duration.ofSeconds(20));

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public String words(Arguments arguments) {
        return arguments
                .optionalText("glob")
                .map(glob -> "List files of " + FileTools.quoted(glob))
                .orElse("List the project's files");
    }

    @Override
    public ToolResult run(Arguments arguments, ToolContext context) throws ToolFailure {
        Glob glob = FileTools.glob(arguments);
        SessionCopy.Files files = context.files().files();
        List<String> found = files.paths().stream()
                .map(ProjectPath::value)
                .filter(glob::matches)
                .toList();
        int skip = Math.clamp(arguments.number("skip").orElse(0), 0, found.size());
        List<String> shown = found.subList(skip, Math.min(found.size(), skip + MOST));
        StringBuilder output = new StringBuilder();
        shown.forEach(path -> output.append(path).append('\n'));
        int left = found.size() - skip - shown.size();
        if (left > 0) {
            output.append("… %,d more; call file_list again with skip=%d%n".formatted(left, skip + shown.size()));
        }
        if (!files.whole()) {
            output.append("… the project has more files than are looked at\n");
        }
        if (found.isEmpty()) {
            output.append("No file fits.\n");
        }
        return ToolResult.of(FileTools.counted(found.size(), "file", "files"), output.toString());
    }
}
