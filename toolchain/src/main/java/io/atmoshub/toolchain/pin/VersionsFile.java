package io.atmoshub.toolchain.pin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a `.tool-versions`: a tool a line, its versions behind it, the first the default. Whatever is edited,
/// all other lines, comments, blanks and line ends stay as they are.
public final class VersionsFile {
    /// Blanks, the name, blanks, the versions, blanks and a comment, the end of the line.
    private static final Pattern LINE =
            Pattern.compile("(?<before>[\\s\\uFEFF]*)(?<name>[^\\s#]+)(?<gap>[ \\t]+)(?<versions>[^\\s#][^#\\r\\n]*?)"
                    + "(?<after>[ \\t]*(?:#[^\\r\\n]*)?)(?<end>\\R?)");
    private static final Pattern WITH_END = Pattern.compile("[^\\n]*\\n|[^\\n]+$");

    private final List<String> lines;

    private VersionsFile(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    public static VersionsFile of(String text) {
        Matcher found = WITH_END.matcher(text);
        var lines = new ArrayList<String>();
        while (found.find()) {
            lines.add(found.group());
        }
        return new VersionsFile(lines);
    }

    /// By name, in the order of the file. Of a name that stands there twice the first line counts, as for asdf.
    public Map<String, List<String>> pins() {
        var pins = new LinkedHashMap<String, List<String>>();
        for (String line : lines) {
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                pins.putIfAbsent(parts.group("name"), versions(parts));
            }
        }
        return pins;
    }

    private static List<String> versions(Matcher parts) {
        return List.of(parts.group("versions").split("\\s+"));
    }

    /// Pins one more version, behind those that are there.
    public VersionsFile adding(String name, String version) {
        return editing(name, versions -> {
            if (!versions.contains(version)) {
                versions.add(version);
            }
            return versions;
        });
    }

    /// Puts a version first; the others stay behind it.
    public VersionsFile withDefault(String name, String version) {
        return editing(name, versions -> {
            versions.remove(version);
            versions.addFirst(version);
            return versions;
        });
    }

    /// Puts `version` where `old` is.
    public VersionsFile replacing(String name, String old, String version) {
        return editing(name, versions -> {
            versions.replaceAll(one -> one.equals(old) ? version : one);
            return new ArrayList<>(versions.stream().distinct().toList());
        });
    }

    public VersionsFile without(String name, String version) {
        return pins().getOrDefault(name, List.of()).equals(List.of(version))
                ? without(name)
                : editing(name, versions -> {
                    versions.remove(version);
                    return versions;
                });
    }

    public VersionsFile without(String name) {
        return new VersionsFile(
                lines.stream().filter(line -> !names(line, name)).toList());
    }

    private static boolean names(String line, String name) {
        Matcher parts = LINE.matcher(line);
        return parts.matches() && parts.group("name").equals(name);
    }

    private VersionsFile editing(String name, UnaryOperator<List<String>> edit) {
        var edited = new ArrayList<>(lines);
        for (int i = 0; i < edited.size(); i++) {
            Matcher parts = LINE.matcher(edited.get(i));
            if (parts.matches() && parts.group("name").equals(name)) {
                List<String> before = versions(parts);
                List<String> after = edit.apply(new ArrayList<>(before));
                if (!after.equals(before)) {
                    edited.set(
                            i,
                            parts.group("before")
                                    + name
                                    + parts.group("gap")
                                    + String.join(" ", after)
                                    + parts.group("after")
                                    + parts.group("end"));
                }
                return new VersionsFile(edited);
            }
        }
        List<String> fresh = edit.apply(new ArrayList<>());
        String end = !edited.isEmpty() && edited.getFirst().endsWith("\r\n") ? "\r\n" : "\n";
        if (!edited.isEmpty() && !edited.getLast().endsWith("\n")) {
            edited.set(edited.size() - 1, edited.getLast() + end);
        }
        edited.add(name + " " + String.join(" ", fresh) + end);
        return new VersionsFile(edited);
    }

    public String text() {
        return String.join("", lines);
    }
}
