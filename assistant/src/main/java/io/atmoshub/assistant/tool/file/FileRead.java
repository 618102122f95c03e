package io.atmoshub.assistant.tool.file;

import io.atmoshub.assistant.file.FileRefused;
import io.atmoshub.assistant.file.ProjectPath;
import io.atmoshub.assistant.file.Secrets;
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
import java.util.Locale;
import java.util.Optional;

/// Reads a file, with line numbers to quote.
final class FileRead implements Tool {
    private static final int BUDGET = 20_000;
    private static final int LONGEST_LINE = 2_000;
    private static final ToolSpec SPEC = new ToolSpec(
            "file_read",
            "Reads a text file of the project with line numbers. Long files come in parts.",
            List.of(
                    Parameter.required("path", Parameter.Type.STRING, "The file, relative to the project's folder."),
                    Parameter.optional("from_line", Parameter.Type.INTEGER, "The first line to read; 1 by default."),
                    Parameter.optional("to_line", Parameter.Type.INTEGER, "The last line to read.")),
            Effect.READS,
            Duration.ofSeconds(10));

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public String words(Arguments arguments) {
        String lines = arguments.number("from_line").isPresent()
                ? " from line " + arguments.number("from_line").getAsInt()
                : "";
        return "Read " + FileTools.quoted(arguments.text("path")) + lines;
    }

    @Override
    public Optional<String> path(Arguments arguments) {
        return Optional.of(FileTools.rulePath(arguments));
    }

    @Override
    public ToolResult run(Arguments arguments, ToolContext context) throws ToolFailure {
        ProjectPath path = FileTools.path(arguments);
        Optional<String> content;
        try {
            content = context.files().read(path);
        } catch (FileRefused e) {
            throw FileTools.failure(e);
        }
        // Masked before it is cut: the first line of a private key may be above the range.
        List<String> lines = Secrets.masked(content.orElseThrow(() -> missing(path, context)))
                .lines()
                .toList();
        int from = Math.max(1, arguments.number("from_line").orElse(1));
        int to = Math.min(lines.size(), arguments.number("to_line").orElse(Integer.MAX_VALUE));
        if (lines.isEmpty()) {
            return ToolResult.of("empty file", "%s is empty.%n".formatted(path));
        }
        if (from > to) {
            throw new ToolFailure(
                    "no such lines",
                    "%s has %,d lines; %d to %d are none of them.".formatted(path, lines.size(), from, to));
        }
        return numbered(path, lines, from, to);
    }

    private static ToolResult numbered(ProjectPath path, List<String> lines, int from, int to) {
        StringBuilder output = new StringBuilder();
        int next = from;
        for (; next <= to && output.length() < BUDGET; next++) {
            String line = lines.get(next - 1);
            String cut = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
            output.append("%5d  %s%n".formatted(next, cut));
        }
        if (next <= to) {
            output.append("… %,d more lines; call file_read again with from_line=%d%n".formatted(to - next + 1, next));
        }
        boolean all = from == 1 && next > lines.size();
        String summary = all
                ? FileTools.counted(lines.size(), "line", "lines")
                : "lines %d–%d of %,d".formatted(from, next - 1, lines.size());
        return ToolResult.of(
                summary, "%s, lines %d–%d of %,d%n%s".formatted(path, from, next - 1, lines.size(), output));
    }

    /// Says what there is instead.
    private static ToolFailure missing(ProjectPath path, ToolContext context) {
        try {
            if (context.files().isFolder(path)) {
                return new ToolFailure("is a folder", "%s is a folder; file_list shows what is in it.".formatted(path));
            }
        } catch (FileRefused _) {
            // Then it is just not there.
        }
        String value = path.value().toLowerCase(Locale.ROOT);
        String name = value.substring(value.lastIndexOf('/') + 1);
        List<String> near = context.files().files().paths().stream()
                .map(ProjectPath::value)
                .filter(other -> other.toLowerCase(Locale.ROOT).contains(name))
                .limit(5)
                .toList();
        return new ToolFailure(
                "no such file",
                "There is no file %s.%s"
                        .formatted(path, near.isEmpty() ? "" : " Did you mean " + String.join(", ", near) + "?"));
    }
}
