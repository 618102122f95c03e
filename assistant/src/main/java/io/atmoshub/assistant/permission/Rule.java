package io.atmoshub.assistant.permission;

import io.atmoshub.assistant.file.Glob;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One rule: for which tools and which paths (globs) it says what, and from which revision of which layer
/// it comes. `words` say it to a person.
public record Rule(Layer layer, String revision, Verb verb, String tool, String paths, String words) {
    private static final Pattern FORM = Pattern.compile("([\\w*.-]{1,80})\\((.{1,4000})\\)");
    private static final String ANY = "**";

    /// A rule in its short form: `file_write(docs/**)`, or just `file_write` for every path.
    public static Rule of(Layer layer, String revision, Verb verb, String form) {
        Matcher parts = FORM.matcher(form);
        boolean detailed = parts.matches();
        String words = verb.name().toLowerCase(java.util.Locale.ROOT) + " " + form;
        return new Rule(
                layer, revision, verb, detailed ? parts.group(1) : form, detailed ? parts.group(2) : ANY, words);
    }

    /// What somebody allowed for always, as {@link #alwaysForm} spelled it when they were asked.
    public static Rule grant(String revision, String form) {
        return of(Layer.GRANT, revision, Verb.ALLOW, form);
    }

    /// The form of the rule that "allow always" adds: the same tool in the same folder and below; for a file
    /// at the project's root, that file.
    public static String alwaysForm(String tool, Optional<String> path) {
        return path.map(p -> {
                    int slash = p.lastIndexOf('/');
                    // A folder may be called "**": what is granted is that folder, not what its name would stand for.
                    return "%s(%s)"
                            .formatted(tool, slash < 0 ? Glob.quoted(p) : Glob.quoted(p.substring(0, slash)) + "/**");
                })
                .orElse(tool);
    }

    boolean covers(String calledTool, Optional<String> path) {
        return new Glob(tool).matches(calledTool)
                && (paths.equals(ANY) || path.map(new Glob(paths)::matches).orElse(false));
    }

    /// Which rule of which revision: what the log and the audit keep.
    public String cited() {
        return layer.word() + (revision.isEmpty() ? "" : "@" + revision) + ": " + words;
    }
}
