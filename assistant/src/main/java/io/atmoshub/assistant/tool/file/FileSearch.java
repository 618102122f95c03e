package io.atmoshub.assistant.tool.file;

import io.atmoshub.assistant.file.FileRefused;
import io.atmoshub.assistant.file.Glob;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Finds lines by text or by regular expression. The expression is a model's, and may be one that takes
/// for ever: it has a few seconds for all files together.
final class FileSearch implements Tool {
    private static final int MOST = 80;
    private static final int LONGEST_LINE = 240;
    private static final Duration TIME = Duration.ofSeconds(8);
    private static final ToolSpec SPEC = new ToolSpec(
            "file_search",
            "Finds lines in the project's text files, as path:line: text, at most %d; ignored files are left out."
                    .formatted(MOST),
            List.of(
                    Parameter.required(
                            "text", Parameter.Type.STRING, "What to look for; upper and lower case are alike."),
                    Parameter.optional("regex", Parameter.Type.BOOLEAN, "Whether the text is a regular expression."),
                    Parameter.optional(
                            "glob",
                            Parameter.Type.STRING,
                            "A folder or a pattern of the files to look in. Default: all."),
                    Parameter.optional(
                            "skip", Parameter.Type.INTEGER, "How many matches to leave out at the beginning.")),
            Effect.READS,
            TIME.plusSeconds(10));

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public String words(Arguments arguments) {
        String where = arguments
                .optionalText("glob")
                .map(glob -> " in " + FileTools.quoted(glob))
                .orElse("");
        return "Search for " + FileTools.quoted(arguments.text("text")) + where;
    }

    @Override
    public ToolResult run(Arguments arguments, ToolContext context) throws ToolFailure, InterruptedException {
        Glob glob = FileTools.glob(arguments);
        Pattern pattern = pattern(arguments);
        Found found = new Found(Math.max(0, arguments.number("skip").orElse(0)));
        Patience patience = new Patience(TIME);
        try {
            for (ProjectPath path : context.files().files().paths()) {
                if (glob.matches(path.value())) {
                    search(path, pattern, context, patience, found);
                }
            }
        } catch (Patience.Over _) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            found.shown.add("… not all files were searched: the time was up; narrow it with a glob or a simpler text");
        }
        return found.result();
    }

    private static void search(ProjectPath path, Pattern pattern, ToolContext context, Patience patience, Found found) {
        String content;
        try {
            content = Secrets.masked(context.files().read(path).orElse(""));
        } catch (FileRefused _) {
            // Binary, too large or closed: nothing that could be shown.
            return;
        }
        int number = 0;
        for (String line : content.lines().toList()) {
            number++;
            if (pattern.matcher(patience.watching(line)).find()) {
                found.add(path, number, line);
            }
        }
    }

    private static Pattern pattern(Arguments arguments) throws ToolFailure {
        String text = arguments.text("text");
        if (text.isBlank() || text.length() > 500) {
            throw new ToolFailure("nothing to look for", "The text to look for has 1 to 500 characters.");
        }
        int literal = arguments.flag("regex") ? 0 : Pattern.LITERAL;
        try {
            return Pattern.compile(text, literal | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException e) {
            throw new ToolFailure("not a regular expression", "The expression can't be read: " + e.getDescription());
        } catch (StackOverflowError _) {
            throw new ToolFailure("not a regular expression", "The expression is too deeply nested.");
        }
    }

    private static final class Found {
        private final int skip;
        private final List<String> shown = new ArrayList<>();
        private final Set<ProjectPath> files = new HashSet<>();
        private int matches;

        Found(int skip) {
            this.skip = skip;
        }

        void add(ProjectPath path, int number, String line) {
            matches++;
            files.add(path);
            if (matches > skip && matches <= skip + MOST) {
                String text = line.strip();
                String cut = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "…" : text;
                shown.add("%s:%d: %s".formatted(path, number, cut));
            }
        }

        ToolResult result() {
            if (matches > skip + MOST) {
                shown.add("… %,d more; call file_search again with skip=%d"
                        .formatted(matches - skip - MOST, skip + MOST));
            }
            if (shown.isEmpty()) {
                shown.add("No line fits.");
            }
            String summary = matches == 0
                    ? "no match"
                    : FileTools.counted(matches, "match", "matches") + " in "
                            + FileTools.counted(files.size(), "file", "files");
            return ToolResult.of(summary, String.join("\n", shown) + "\n");
        }
    }
}
