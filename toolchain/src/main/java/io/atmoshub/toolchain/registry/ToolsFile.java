package io.atmoshub.toolchain.registry;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.toolchain.ToolchainException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `tools.yaml`: tools by owner and repository, in few words. Each becomes a package of the Aqua format, all of whose
/// fields may stand there too.
///
/// @param tools the packages
/// @param aliases short names for tools
record ToolsFile(List<YamlNode> tools, Map<String, String> aliases) {
    private static final Set<String> OWN = Set.of("binary_name", "version_constraints");

    static ToolsFile of(YamlMapping root) {
        var aliases = new LinkedHashMap<String, String>();
        if (root.get("aliases") instanceof YamlMapping given) {
            given.forEach(entry -> {
                if (entry.value() instanceof YamlNode.Scalar target && target.value() != null) {
                    aliases.put(entry.key(), target.text());
                }
            });
        }
        YamlNode tools = root.get("tools");
        return new ToolsFile(tools instanceof YamlMapping mapping ? tools(mapping) : List.of(), aliases);
    }

    static List<YamlNode> tools(YamlMapping tools) {
        var packages = new ArrayList<YamlNode>();
        for (YamlMapping.Entry entry : tools) {
            if (!(entry.value() instanceof YamlMapping tool)) {
                throw new ToolchainException(
                        "%s: the tool \"%s\" has to be a mapping."
                                .formatted(entry.value().origin(), entry.key()),
                        "Give it a type and an asset or a url.");
            }
            packages.add(tool(entry.key(), entry.place(), tool));
        }
        return packages;
    }

    private static YamlNode tool(String name, Origin place, YamlMapping tool) {
        YamlMapping.Builder made = YamlMapping.builder(tool.origin());
        made.put("name", place, text(place, name));
        String[] parts = name.split("/", 2);
        if (parts.length == 2 && !parts[1].contains("/")) {
            made.put("repo_owner", place, text(place, parts[0]));
            made.put("repo_name", place, text(place, parts[1]));
        }
        fields(tool, made);
        if (tool.get("version_constraints") instanceof YamlNode.Sequence constraints) {
            made.put("version_constraint", constraints.origin(), text(constraints.origin(), "false"));
            made.put(
                    "version_overrides",
                    constraints.origin(),
                    new YamlNode.Sequence(
                            constraints.origin(),
                            "",
                            constraints.items().stream()
                                    .map(ToolsFile::override)
                                    .toList()));
        }
        return made.build();
    }

    private static YamlNode override(YamlNode node) {
        if (!(node instanceof YamlMapping given)) {
            return node;
        }
        YamlMapping.Builder made = YamlMapping.builder(given.origin());
        fields(given, made);
        String constraint = given.text("constraint");
        made.remove("constraint");
        return made.put(
                        "version_constraint",
                        given.origin(),
                        text(given.origin(), constraint == null ? "true" : expression(constraint.strip())))
                .build();
    }

    private static void fields(YamlMapping from, YamlMapping.Builder to) {
        for (YamlMapping.Entry entry : from) {
            if (entry.key().equals("format") && entry.value() instanceof YamlNode.Scalar format) {
                to.put(
                        "format",
                        entry.place(),
                        text(format.origin(), format.text().equals("gzip") ? "gz" : format.text()));
            } else if (!OWN.contains(entry.key())) {
                to.put(entry);
            }
        }
        String program = from.text("binary_name");
        if (program != null) {
            Origin origin = from.origin();
            YamlMapping file = YamlMapping.builder(origin)
                    .put("name", origin, text(origin, program))
                    .build();
            to.put("files", origin, new YamlNode.Sequence(origin, "", List.of(file)));
        }
    }

    /// `>= 1.0.0` in few words; whoever writes an expression of Aqua's gets that.
    private static String expression(String constraint) {
        return constraint.isEmpty() || "<>=!".indexOf(constraint.charAt(0)) >= 0
                ? "semver(\"%s\")".formatted(constraint)
                : constraint;
    }

    private static YamlNode text(Origin origin, String text) {
        return new YamlNode.Scalar(origin, "", text, text);
    }
}
