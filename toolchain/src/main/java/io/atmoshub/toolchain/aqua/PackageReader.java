package io.atmoshub.toolchain.aqua;

import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.aqua.AquaPackage.VersionOverride;
import java.util.Objects;

/// Reads a package of an Aqua registry.
public final class PackageReader {
    private PackageReader() {}

    public static AquaPackage read(YamlNode node) {
        Fields fields = Fields.of(node, "a package");
        Definition definition = definition(fields, Level.TOP);
        return new AquaPackage(
                name(fields),
                fields.text("name") != null,
                fields.listOrNone("aliases", alias -> alias.textOrNone("name")).stream()
                        .filter(alias -> !alias.isEmpty())
                        .toList(),
                fields.textsOrNone("search_words"),
                fields.textOrNone("description").strip(),
                fields.text("link"),
                definition,
                fields.text("version_constraint"),
                fields.listOrNone(
                        "version_overrides",
                        override -> new VersionOverride(
                                override.textOrNone("version_constraint"), definition(override, Level.VERSION))));
    }

    private static String name(Fields fields) {
        String name = fields.text("name");
        if (name != null) {
            return name;
        }
        String owner = fields.text("repo_owner");
        String repo = fields.text("repo_name");
        if (owner != null && repo != null) {
            return owner + "/" + repo;
        }
        String path = fields.text("path");
        if (path != null && PackageType.GO_INSTALL.toString().equals(fields.text("type"))) {
            return path;
        }
        throw new ToolchainException(
                "%s: this package has no name.".formatted(fields.origin()),
                "Give it a name, or repo_owner and repo_name.");
    }

    /// Where a definition stands decides what it may say.
    private enum Level {
        TOP,
        VERSION,
        RUNTIME
    }

    private static Definition definition(Fields fields, Level level) {
        return new Definition(
                source(fields),
                level == Level.RUNTIME
                        ? new Reach(null, null, null, fields.words("replacements"), null, null)
                        : reach(fields),
                level == Level.RUNTIME
                        ? new VersionRules(null, null, null)
                        : new VersionRules(
                                fields.saidText("version_filter"),
                                fields.saidText("version_prefix"),
                                fields.text("version_source")),
                CheckReader.read(fields),
                fields.list("files", PackageReader::file),
                level == Level.RUNTIME ? null : fields.object("build", PackageReader::build),
                fields.list("vars", PackageReader::variable),
                level == Level.RUNTIME ? null : fields.flag("no_asset"),
                // At the top there is none: a package that can never be installed would not be in a registry.
                level == Level.VERSION ? fields.saidText("error_message") : null);
    }

    private static Source source(Fields fields) {
        return new Source(
                fields.text("type"),
                fields.text("repo_owner"),
                fields.text("repo_name"),
                fields.text("asset"),
                fields.text("crate"),
                fields.text("url"),
                fields.text("path"),
                fields.text("format"),
                fields.saidText("go_version_path"),
                fields.object(
                        "cargo",
                        cargo -> new Source.Cargo(
                                cargo.textsOrNone("features"),
                                cargo.flag("all_features", false),
                                cargo.flag("locked", false))),
                new Source.Endings(
                        fields.flag("append_ext"), fields.flag("complete_windows_ext"), fields.text("windows_ext")));
    }

    private static Reach reach(Fields fields) {
        return new Reach(
                fields.texts("supported_envs"),
                fields.flag("rosetta2"),
                fields.flag("windows_arm_emulation"),
                fields.words("replacements"),
                fields.list("overrides", PackageReader::runtime),
                fields.list(
                        "format_overrides",
                        format -> new Reach.FormatOverride(format.textOrNone("goos"), format.textOrNone("format"))));
    }

    private static RuntimeOverride runtime(Fields fields) {
        return new RuntimeOverride(
                fields.text("goos"),
                fields.text("goarch"),
                fields.texts("envs"),
                fields.listOrNone(
                        "variants",
                        variant -> new RuntimeOverride.Variant(variant.textOrNone("key"), variant.textOrNone("value"))),
                definition(fields, Level.RUNTIME));
    }

    private static ToolFile file(Fields fields) {
        return new ToolFile(
                fields.textOrNone("name"),
                fields.text("src"),
                fields.text("dir"),
                fields.text("link"),
                fields.flag("hard", false),
                fields.textsOrNone("build_tags"));
    }

    private static Build build(Fields fields) {
        return new Build(
                fields.flag("enabled", true),
                fields.text("type"),
                fields.text("path"),
                fields.list("files", PackageReader::file),
                fields.texts("excluded_envs"));
    }

    private static Variable variable(Fields fields) {
        String name = Objects.requireNonNullElse(fields.text("name"), "");
        if (name.isEmpty()) {
            throw Fields.wrong(fields.origin(), "\"name\" of a variable", "its name");
        }
        return new Variable(name, fields.flag("required", false), fields.saidText("default"));
    }
}
