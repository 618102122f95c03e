package io.atmoshub.assistant.permission;

import io.atmoshub.assistant.file.Glob;
import io.atmoshub.hub.session.Demand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One rule: for which tools and which calls of them it says what, and where it stands: the layer, the revision of
/// its document, and the line in it (0 when it has none). `words` say it to a person.
///
/// @param demand for a prompt: whose answer counts
/// @param alwaysCounts for a prompt: whether somebody's "allow always" answers it
/// @param fallback whether it holds only where no other rule of its layer covers the call
public record Rule(
        Layer layer,
        String revision,
        int line,
        Verb verb,
        List<NamePattern> tools,
        Map<Narrowing, List<NamePattern>> only,
        Map<String, List<NamePattern>> arguments,
        Demand demand,
        boolean alwaysCounts,
        boolean fallback,
        String words) {
    private static final Pattern FORM = Pattern.compile("([\\w*.-]{1,80})\\((.{1,4000})\\)");

    public Rule {
        tools = List.copyOf(tools);
        only = Map.copyOf(only);
        arguments = Map.copyOf(arguments);
    }

    /// A rule in its short form: `file_write(docs/**)`, or just `file_write` for every path.
    public static Rule of(Layer layer, String revision, Verb verb, String form) {
        return of(layer, revision, verb, form, verb.word() + " " + form);
    }

    static Rule of(Layer layer, String revision, Verb verb, String form, String words) {
        Matcher parts = FORM.matcher(form);
        boolean detailed = parts.matches();
        Map<Narrowing, List<NamePattern>> only =
                detailed ? Map.of(Narrowing.PATHS, List.of(NamePattern.ofPath(parts.group(2)))) : Map.of();
        return new Rule(
                layer,
                revision,
                0,
                verb,
                List.of(NamePattern.ofName(detailed ? parts.group(1) : form)),
                only,
                Map.of(),
                Demand.ANYBODY,
                layer == Layer.BUILT_IN,
                false,
                words);
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

    /// Whether it has a say: a rule that allows must mean this very call, one that denies or asks need only not be
    /// known to mean another.
    boolean covers(Facts call) {
        return verb == Verb.ALLOW ? surely(call) : perhaps(call);
    }

    boolean surely(Facts call) {
        return isAbout(call.tool())
                && only.entrySet().stream()
                        .allMatch(each -> call.about(each.getKey()).surely(each.getValue()))
                && arguments.entrySet().stream()
                        .allMatch(each -> call.argument(each.getKey()).surely(each.getValue()));
    }

    private boolean perhaps(Facts call) {
        return isAbout(call.tool())
                && only.entrySet().stream()
                        .allMatch(each -> call.about(each.getKey()).perhaps(each.getValue()))
                && arguments.entrySet().stream()
                        .allMatch(each -> call.argument(each.getKey()).perhaps(each.getValue()));
    }

    /// Whether it means every call of this tool.
    boolean isAboutAll(String tool) {
        return isAbout(tool) && only.isEmpty() && arguments.isEmpty();
    }

    boolean isAbout(String tool) {
        return tools.stream().anyMatch(each -> each.means(tool));
    }

    /// Whether it spells this tool's name out, not a pattern that happens to fit.
    boolean names(String tool) {
        return tools.stream().anyMatch(each -> each.toString().equals(tool));
    }

    public boolean allows() {
        return verb == Verb.ALLOW;
    }

    public boolean asks() {
        return verb == Verb.PROMPT;
    }

    /// Whether a call of this person can be meant.
    public boolean concerns(String login, String role) {
        List<NamePattern> people = only.getOrDefault(Narrowing.PEOPLE, List.of());
        List<NamePattern> roles = only.getOrDefault(Narrowing.ROLES, List.of());
        return (people.isEmpty() || Fact.of(login).perhaps(people))
                && (roles.isEmpty() || Fact.of(role).perhaps(roles));
    }

    /// What else than the tool it is about: "environments: prod; paths: stacks/**".
    public String narrowed() {
        List<String> parts = new ArrayList<>();
        for (Narrowing side : Narrowing.values()) {
            List<NamePattern> patterns = only.get(side);
            if (patterns != null) {
                parts.add(side.key() + ": " + listed(patterns));
            }
        }
        new TreeMap<>(arguments).forEach((name, patterns) -> parts.add(name + ": " + listed(patterns)));
        return String.join("; ", parts);
    }

    private static String listed(List<NamePattern> patterns) {
        return String.join(", ", patterns.stream().map(NamePattern::toString).toList());
    }

    List<NamePattern> paths() {
        return only.getOrDefault(Narrowing.PATHS, List.of());
    }

    /// Which rule of which revision: what the log and the audit keep.
    public String cited() {
        return layer.word()
                + (revision.isEmpty() ? "" : "@" + revision)
                + (line == 0 ? "" : " line " + line)
                + ": "
                + words;
    }
}
