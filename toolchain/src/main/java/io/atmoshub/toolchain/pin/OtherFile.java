package io.atmoshub.toolchain.pin;

import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.toolchain.ToolchainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The pins in the file of another tool: asdf's `.tool-versions`, mise's `mise.toml` and `mise.lock`, aqua's
// `aqua.yaml`.
public final class OtherFile {
    private static final Pattern TOML_LINE = Pattern.compile("\\s*(\"[^\"]+\"|'[^']+'|[\\w./:@-]+)\\s*=\\s*(.+)");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"|'([^']*)'");
    private static final Pattern TABLE_VERSION = Pattern.compile("\\bversion\\s*=\\s*(\"[^\"]*\"|'[^']*')");

    private OtherFile() {}

    /// One tool with its versions, the default first, and which file each is, where a lock says so.
    public record Tool(String name, List<String> versions, List<MiseLock> locked) {
        public Tool {
            versions = List.copyOf(versions);
            locked = List.copyOf(locked);
        }

        Tool(String name, List<String> versions) {
            this(name, versions, List.of());
        }
    }

    public static List<Tool> read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            String text = Files.readString(file);
            List<Tool> tools = name.endsWith(".toml")
                    ? mise(text)
                    : name.endsWith(".lock")
                            ? miseLock(text)
                            : name.endsWith(".yaml") || name.endsWith(".yml") ? aqua(file, text) : asdf(text);
            if (tools.isEmpty()) {
                throw new ToolchainException(
                        "%s pins no tools.".formatted(file),
                        "It has to be a .tool-versions, a mise.toml with [tools], a mise.lock or an aqua.yaml with packages.");
            }
            return tools;
        } catch (IOException e) {
            throw new ToolchainException("%s can't be read.".formatted(file), "Check its name.", e);
        }
    }

    private static List<Tool> asdf(String text) {
        return VersionsFile.of(text).pins().entrySet().stream()
                .map(pin -> new Tool(pin.getKey(), pin.getValue()))
                .toList();
    }

    /// `name: owner/repo@version`, or name and version apart.
    private static List<Tool> aqua(Path file, String text) {
        var tools = new ArrayList<Tool>();
        if (Yaml.parse(file.toString(), text).toJava() instanceof Map<?, ?> map
                && map.get("packages") instanceof List<?> packages) {
            for (Object item : packages) {
                if (item instanceof Map<?, ?> one && one.get("name") instanceof String name) {
                    int at = name.lastIndexOf('@');
                    Object version = at > 0 ? name.substring(at + 1) : one.get("version");
                    if (version != null) {
                        tools.add(new Tool(at > 0 ? name.substring(0, at) : name, List.of(number(version.toString()))));
                    }
                }
            }
        }
        return tools;
    }

    private static List<Tool> miseLock(String text) {
        var tools = new LinkedHashMap<String, List<MiseLock>>();
        MiseLock.read(text)
                .forEach(one -> tools.computeIfAbsent(one.tool(), any -> new ArrayList<>())
                        .add(one));
        return tools.entrySet().stream()
                .map(tool -> new Tool(
                        tool.getKey(),
                        tool.getValue().stream()
                                .map(MiseLock::version)
                                .distinct()
                                .toList(),
                        tool.getValue()))
                .toList();
    }

    /// The lines of `[tools]`: a text, a list of texts, or a table with a version.
    private static List<Tool> mise(String text) {
        var tools = new ArrayList<Tool>();
        boolean inside = false;
        for (String line : text.lines().toList()) {
            String plain = line.strip();
            if (plain.startsWith("[")) {
                inside = plain.matches("\\[\\s*tools\\s*](\\s*#.*)?");
                continue;
            }
            Matcher parts = TOML_LINE.matcher(line);
            if (inside && !plain.startsWith("#") && parts.matches()) {
                List<String> versions = versions(parts.group(2).strip());
                if (!versions.isEmpty()) {
                    tools.add(new Tool(withoutBackend(parts.group(1).replaceAll("[\"']", "")), versions));
                }
            }
        }
        return tools;
    }

    private static List<String> versions(String value) {
        String plain = value;
        if (value.startsWith("{")) {
            Matcher version = TABLE_VERSION.matcher(value);
            plain = version.find() ? version.group(1) : "";
        } else if (!value.startsWith("[")) {
            Matcher first = TEXT.matcher(value);
            plain = first.lookingAt() ? first.group() : "";
        }
        var versions = new ArrayList<String>();
        Matcher texts = TEXT.matcher(plain);
        while (texts.find()) {
            String version = texts.group(1) == null ? texts.group(2) : texts.group(1);
            if (!version.isBlank()) {
                versions.add(number(version));
            }
        }
        return versions;
    }

    /// `aqua:owner/repo`, `github:owner/repo` and the like say where from; registries say it here.
    static String withoutBackend(String name) {
        return name.replaceFirst("^(aqua|ubi|github|gitlab|asdf|core):", "");
    }

    static String number(String version) {
        return version.replaceFirst("^v(?=\\d)", "");
    }
}
