package io.atmoshub.stacks.component;

import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.merge.Empty;
import io.atmoshub.stacks.merge.ListStrategy;

/// What a project says of all its stacks.
///
/// @param lists how lists are merged
/// @param config what `atmos.yaml` says of every component
/// @param inheritsMetadata whether components inherit `metadata`
public record ProjectWide(Project project, ListStrategy lists, Layer config, boolean inheritsMetadata) {
    public static ProjectWide of(Project project) {
        ListStrategy lists = ListStrategy.named(project.listMergeStrategy())
                .orElseThrow(() -> new StackException(
                        project.config().origin("settings", "list_merge_strategy"),
                        "There is no way \"%s\" to merge lists.".formatted(project.listMergeStrategy()),
                        "Use replace, append or merge."));
        return new ProjectWide(
                project,
                lists,
                new Layer(Layer.Kind.CONFIG, "atmos.yaml", config(project)),
                project.stacks().inheritsMetadata());
    }

    private static YamlMapping config(Project project) {
        YamlMapping.Builder config = YamlMapping.builder(Empty.ORIGIN);
        project.config()
                .node("env")
                .filter(YamlMapping.class::isInstance)
                .ifPresent(env -> config.put("env", env.origin(), env));
        project.config()
                .node("auth")
                .filter(auth -> auth instanceof YamlMapping mapping
                        && (mapping.get("providers") != null || mapping.get("identities") != null))
                .ifPresent(auth -> config.put("auth", auth.origin(), auth));
        return config.build();
    }
}
