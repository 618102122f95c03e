package io.atmoshub.toolchain.aqua;

import static java.util.Objects.requireNonNullElse;

import io.atmoshub.toolchain.Platform;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names and addresses of one definition, for one version on one machine.
final class Names {
    private final AquaPackage tool;
    private final Definition definition;
    private final PackageType type;
    private final String version;
    private final Platform platform;
    private final Map<String, Object> variables;
    private final Templates templates;

    Names(
            AquaPackage tool,
            Definition definition,
            PackageType type,
            String version,
            Platform platform,
            Map<String, Object> variables,
            Templates templates) {
        this.tool = tool;
        this.definition = definition;
        this.type = type;
        this.version = version;
        this.platform = platform;
        this.variables = variables;
        this.templates = templates;
    }

    /// The format as the registry tells it; nothing where the name has to show it.
    String format() {
        return switch (type) {
            case GITHUB_ARCHIVE, GO_BUILD -> "tar.gz";
            default -> requireNonNullElse(definition.source().format(), "");
        };
    }

    String asset() {
        Source source = definition.source();
        return switch (type) {
            case GITHUB_ARCHIVE, GO_BUILD -> "";
            case GO_INSTALL -> finished(FileNames.base(programs().getFirst().name()));
            case CARGO -> "";
            case GITHUB_CONTENT -> finished(render(source.path(), Map.of()));
            case GITHUB_RELEASE -> finished(render(source.asset(), Map.of()));
            case HTTP -> finished(FileNames.base(pathOf(url())));
        };
    }

    String url() {
        return finished(render(definition.source().url(), Map.of()));
    }

    String path() {
        Source source = definition.source();
        if (source.path() != null) {
            return render(source.path(), Map.of());
        }
        return source.hasRepo() ? "github.com/%s/%s".formatted(source.repoOwner(), source.repoName()) : "";
    }

    List<ToolFile> programs() {
        List<ToolFile> files = definition.files();
        return files == null || files.isEmpty() ? List.of(ToolFile.named(command())) : files;
    }

    Resolution.Program program(ToolFile file) {
        return new Resolution.Program(
                file.name(),
                platform.windows() ? withWindowsEnding(place(file)) : place(file),
                file.dir() == null ? null : render(file.dir(), Map.of("FileName", file.name())),
                file.link(),
                file.hard(),
                file.buildTags());
    }

    String render(@Nullable String template, Map<String, Object> more) {
        return rendered(template, definition.reach().replacements(), more);
    }

    /// For files of checksums, which may call platforms by words of their own.
    String renderForChecksum(@Nullable String template, @Nullable Map<String, String> own, Map<String, Object> more) {
        Map<String, String> common = definition.reach().replacements();
        if (own == null || own.isEmpty() || common == null) {
            return rendered(template, own == null ? common : own, more);
        }
        var both = new HashMap<>(common);
        both.putAll(own);
        return rendered(template, both, more);
    }

    private String rendered(@Nullable String template, @Nullable Map<String, String> words, Map<String, Object> more) {
        if (template == null) {
            return "";
        }
        var data = new HashMap<String, Object>(more);
        String prefix = definition.versions().prefixOrNone();
        data.put("Version", version);
        data.put("SemVer", version.startsWith(prefix) ? version.substring(prefix.length()) : version);
        data.put("GOOS", platform.os());
        data.put("GOARCH", platform.arch());
        data.put("OS", word(platform.os(), words));
        data.put("Arch", word(definition.reach().emulates(platform) ? "amd64" : platform.arch(), words));
        data.put("Format", format());
        data.put("Vars", variables);
        return templates.render(template, data);
    }

    private static String word(String key, @Nullable Map<String, String> words) {
        String word = words == null ? null : words.get(key);
        return word == null || word.isEmpty() ? key : word;
    }

    private String finished(String name) {
        if (name.isEmpty()) {
            return name;
        }
        Source source = definition.source();
        String formatted = Boolean.FALSE.equals(source.endings().append())
                ? name
                : FileNames.appendFormat(name, requireNonNullElse(source.format(), ""));
        return platform.windows() ? completed(formatted) : formatted;
    }

    private String completed(String name) {
        String format = requireNonNullElse(definition.source().format(), "");
        if (name.endsWith(".exe") || name.endsWith(".jar")) {
            return name;
        }
        boolean bare = format.equals("raw")
                || (format.isEmpty() && FileNames.ending(name, version).isEmpty());
        Boolean wanted = definition.source().endings().completeWindows();
        return bare && (wanted == null ? !script() : wanted) ? name + windowsEnding() : name;
    }

    private String withWindowsEnding(String path) {
        return FileNames.ending(path, version).isEmpty() ? path + windowsEnding() : path;
    }

    private String windowsEnding() {
        String own = definition.source().endings().windows();
        return own != null ? own : script() ? ".sh" : ".exe";
    }

    private boolean script() {
        return type == PackageType.GITHUB_CONTENT || type == PackageType.GITHUB_ARCHIVE;
    }

    private String place(ToolFile file) {
        if (type == PackageType.CARGO) {
            return "bin/" + file.name();
        }
        String asset = asset();
        if (FileNames.raw(format(), asset)) {
            return FileNames.base(asset);
        }
        return file.src() == null
                ? file.name()
                : render(
                        file.src(),
                        Map.of(
                                "FileName",
                                file.name(),
                                "Asset",
                                asset,
                                "AssetWithoutExt",
                                FileNames.withoutFormat(asset)));
    }

    private String command() {
        Source source = definition.source();
        if (source.hasRepo()) {
            return tool.named() ? FileNames.base(tool.name()) : String.valueOf(source.repoName());
        }
        return FileNames.base(type == PackageType.GO_INSTALL ? path() : tool.name());
    }

    private static String pathOf(String url) {
        int host = url.indexOf("://") + 3;
        int start = url.indexOf('/', host);
        if (host < 3 || start < 0) {
            return "";
        }
        String path = url.substring(start).split("[?#]", 2)[0];
        return path.indexOf('%') < 0 ? path : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
