package io.atmoshub.assistant.file;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A path inside a project, as it is written in every client: relative, with `/`, in Unicode's composed
/// form. What could mean something else on another system, or look like another path, is refused.
public record ProjectPath(String value) {
    private static final int LONGEST = 1_000;
    private static final int LONGEST_NAME = 255;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "conin$", "conout$");

    /// Takes what a person or a model wrote; `./` before it and `/` after it do no harm.
    public static ProjectPath parse(String written) throws FileRefused {
        if (written.length() > LONGEST) {
            throw refused("path too long", written, "A path has at most %,d characters.".formatted(LONGEST));
        }
        String path = Normalizer.normalize(written.strip(), Normalizer.Form.NFC);
        if (path.codePoints().anyMatch(ProjectPath::invisible)) {
            throw refused("invisible characters", written, "The path holds control or direction characters.");
        }
        if (path.indexOf('\\') >= 0 || path.indexOf(':') >= 0) {
            throw refused("not a path", written, "Paths are written with \"/\", without \"\\\" and \":\".");
        }
        if (path.startsWith("/") || path.startsWith("~")) {
            throw refused(
                    "outside the project",
                    written,
                    "Paths are relative to the project's folder, such as \"README.md\".");
        }
        while (path.startsWith("./")) {
            path = path.substring(2);
        }
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        if (path.isEmpty() || path.equals(".")) {
            throw refused("not a file", written, "Name a file, such as \"README.md\".");
        }
        for (String name : path.split("/", -1)) {
            checkName(name, written);
        }
        return new ProjectPath(path);
    }

    /// For names that a file system gave us, which are what they are.
    static ProjectPath trusted(String path) {
        return new ProjectPath(Normalizer.normalize(path, Normalizer.Form.NFC));
    }

    List<String> names() {
        return List.of(value.split("/"));
    }

    @Override
    public String toString() {
        return value;
    }

    private static void checkName(String name, String written) throws FileRefused {
        // What a careless program, or a file system that folds such things, may make of the name.
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (name.equals("..") || folded.equals("..")) {
            throw refused("outside the project", written, "A path can't leave the project's folder with \"..\".");
        }
        if (name.isEmpty() || folded.equals(".")) {
            throw refused("not a path", written, "The path has an empty part.");
        }
        if (isGit(name)) {
            throw refused("closed: .git", written, "Git's own folder is closed to the assistant.");
        }
        if (folded.chars().anyMatch(c -> c == '/' || c == '\\' || c == ':')
                || folded.codePoints().anyMatch(c -> c == 0x2215 || c == 0x2044 || c == 0x29F8)) {
            throw refused("misleading characters", written, "The path holds a character that looks like a separator.");
        }
        if (name.endsWith(".") || name.endsWith(" ") || name.startsWith(" ")) {
            throw refused(
                    "not a path",
                    written,
                    "The name of a file or folder can't begin or end in a blank or end in a dot.");
        }
        int dot = folded.indexOf('.');
        String stem = (dot < 0 ? folded : folded.substring(0, dot)).strip();
        if (DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9]")) {
            throw refused("a device's name", written, "\"%s\" is a device on some systems.".formatted(name));
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw refused("name too long", written, "A file's name has at most %d bytes.".formatted(LONGEST_NAME));
        }
    }

    /// Git's folder under any name that some file system takes for it.
    static boolean isGit(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Cf}]", "")
                .replaceAll("[. ]+$", "");
        return folded.equals(".git") || folded.matches("git~[0-9]");
    }

    static boolean invisible(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                // A blank that is none, and fillers that show as nothing.
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0
                || (0xFE00 <= c && c <= 0xFE0F);
    }

    private static FileRefused refused(String summary, String written, String why) {
        String shown = written.length() > 80 ? written.substring(0, 80) + "…" : written;
        StringBuilder safe = new StringBuilder();
        shown.codePoints().forEach(c -> {
            if (invisible(c)) {
                safe.append("\\u{%x}".formatted(c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return new FileRefused(summary, "The path \"%s\" is refused. %s".formatted(safe, why));
    }
}
