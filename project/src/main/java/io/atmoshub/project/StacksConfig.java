package io.atmoshub.project;

import java.util.List;

/// Where stack manifests are and what stacks are called.
///
/// @param included patterns below the base path; a manifest matches one of them
/// @param excluded and none of these
/// @param namePattern such as `{tenant}-{stage}`; empty where there is none
/// @param nameTemplate a Go template over a component; empty where there is none
/// @param inheritsMetadata whether components inherit `metadata`
public record StacksConfig(
        String basePath,
        List<String> included,
        List<String> excluded,
        String namePattern,
        String nameTemplate,
        boolean inheritsMetadata) {
    public StacksConfig {
        included = List.copyOf(included);
        excluded = List.copyOf(excluded);
    }

    static StacksConfig of(Config config) {
        return new StacksConfig(
                config.text("stacks", "base_path").orElse(""),
                config.texts("stacks", "included_paths"),
                config.texts("stacks", "excluded_paths"),
                config.text("stacks", "name_pattern").orElse(""),
                config.text("stacks", "name_template").orElse(""),
                config.flag(true, "stacks", "inherit", "metadata"));
    }

    /// @throws ProjectException when no stack can be found with it
    public StacksConfig usable() {
        if (basePath.isEmpty()) {
            throw new ProjectException(
                    "The configuration does not say where stack manifests are: stacks.base_path is not set.",
                    "Set it in atmos.yaml, such as: stacks: {base_path: stacks, included_paths: [\"**/*\"]}");
        }
        if (included.isEmpty()) {
            throw new ProjectException(
                    "The configuration includes no stack manifest: stacks.included_paths is empty.",
                    "Set it in atmos.yaml to patterns below %s, such as: \"**/*\"".formatted(basePath));
        }
        return this;
    }
}
