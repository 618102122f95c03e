package io.atmoshub.assistant.tool.file;

import io.atmoshub.assistant.file.FileRefused;
import io.atmoshub.assistant.file.Glob;
import io.atmoshub.assistant.file.ProjectPath;
import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.Tool;
import io.atmoshub.assistant.tool.ToolFailure;
import io.atmoshub.assistant.tool.Toolbox;
import java.util.ArrayList;
import java.util.List;

/// The file tools, and what they share.
public final class FileTools {
    private FileTools() {}

    public static Toolbox toolbox() {
        return with(List.of());
    }

    /// The file tools, and others.
    public static Toolbox with(List<Tool> others) {
        List<Tool> all = new ArrayList<>(List.of(new FileList(), new FileSearch(), new FileRead(), new FileWrite()));
        all.addAll(others);
        return new Toolbox(all);
    }

    static ProjectPath path(Arguments arguments) throws ToolFailure {
        try {
            return ProjectPath.parse(arguments.text("path"));
        } catch (FileRefused e) {
            throw failure(e);
        }
    }

    /// The path for rules, normalised: they are about the file and not about one of its spellings.
    static String rulePath(Arguments arguments) {
        String written = arguments.text("path");
        try {
            return ProjectPath.parse(written).value();
        } catch (FileRefused _) {
            return written;
        }
    }

    static ToolFailure failure(FileRefused refused) {
        return new ToolFailure(refused.summary(), refused.why());
    }

    /// The files that are meant: all, those of a folder, or those that fit a pattern.
    static Glob glob(Arguments arguments) throws ToolFailure {
        String written = arguments.optionalText("glob").orElse("**").strip();
        String pattern = written.startsWith("./") ? written.substring(2) : written;
        if (pattern.isEmpty() || pattern.equals(".")) {
            pattern = "**";
        } else if (pattern.endsWith("/")) {
            pattern = pattern + "**";
        } else if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0 && pattern.indexOf('{') < 0) {
            pattern = "{" + pattern + "," + pattern + "/**}";
        } else if (pattern.indexOf('/') < 0) {
            // `*.tf` means all of them, as with git ls-files.
            pattern = "**/" + pattern;
        }
        try {
            return new Glob(pattern);
        } catch (IllegalArgumentException e) {
            throw new ToolFailure("pattern too long", String.valueOf(e.getMessage()));
        }
    }

    /// For words that a person reads as Markdown: nothing that ends the code span.
    static String quoted(String text) {
        String line =
                text.replace('`', '\'').replaceAll("\\p{Cntrl}|\\p{Cf}", " ").strip();
        return "`" + (line.length() > 120 ? line.substring(0, 119) + "…" : line) + "`";
    }

    static String counted(int count, String one, String many) {
        return count == 1 ? "1 " + one : "%,d %s".formatted(count, many);
    }
}
