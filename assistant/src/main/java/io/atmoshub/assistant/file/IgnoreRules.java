package io.atmoshub.assistant.file;

import java.util.ArrayList;
import java.util.List;

/// What `.gitignore` and `.atmosignore` files leave out: the last pattern that fits decides, as in Git.
final class IgnoreRules {
    private static final int MOST = 2_000;

    private record Pattern(Glob glob, boolean foldersOnly, boolean back) {}

    private final List<Pattern> patterns = new ArrayList<>();

    /// The folder is that of the file, relative to the project and ending in `/`, empty at its root.
    void add(String folder, String content) {
        for (String line : content.lines().toList()) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#") || text.length() > 300 || patterns.size() >= MOST) {
                continue;
            }
            boolean back = text.startsWith("!");
            text = back ? text.substring(1) : text;
            boolean foldersOnly = text.endsWith("/");
            text = foldersOnly ? text.substring(0, text.length() - 1) : text;
            // A slash inside ties the pattern to this folder; without one it holds at any depth.
            boolean tied = text.indexOf('/') >= 0;
            text = text.startsWith("/") ? text.substring(1) : text;
            String pattern = Glob.quoted(folder) + (tied ? "" : "**/") + text;
            if (pattern.length() <= Glob.LONGEST) {
                patterns.add(new Pattern(new Glob(pattern), foldersOnly, back));
            }
        }
    }

    boolean ignores(String path, boolean folder) {
        for (Pattern pattern : patterns.reversed()) {
            if ((folder || !pattern.foldersOnly()) && pattern.glob().matches(path)) {
                return !pattern.back();
            }
        }
        return false;
    }

    /// Whether the path or a folder above it is left out.
    boolean ignoresAnywhere(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (ignores(path.substring(0, slash), true)) {
                return true;
            }
        }
        return ignores(path, false);
    }
}
