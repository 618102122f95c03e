package io.atmoshub.stacks;

import io.atmoshub.project.Project;
import io.atmoshub.stacks.manifest.Footprint;
import io.atmoshub.stacks.manifest.Manifest;
import io.atmoshub.stacks.manifest.ManifestMemory;
import io.atmoshub.stacks.render.ParsedTemplates;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What engines that look at one project again and again hand on from one to the next: files that were read, manifests
/// that were merged, components that were put together, as far as nothing they were made from has changed. For one
/// engine at a time; those that were opened before stay as they are.
public final class StackMemory {
    private final ParsedTemplates templates = new ParsedTemplates();
    private ManifestMemory manifests = new ManifestMemory();
    private Map<Manifest, StackParts> parts = Map.of();
    private Map<String, StackParts> byFile = Map.of();
    private @Nullable Project project;
    private List<Footprint> watched = List.of();

    /// Whether an engine opened now would show the same as the last one: a look at all files from outside, and into
    /// those that changed in the last seconds.
    public boolean isCurrent(Project now) {
        return isSame(now) && manifests.isCurrent(now) && watched.stream().allMatch(Footprint::isUnchanged);
    }

    private boolean isSame(Project now) {
        return project != null
                && project.config().equals(now.config())
                && project.basePath().equals(now.basePath())
                && project.limits().equals(now.limits());
    }

    /// Everything is forgotten when the project is configured in another way.
    void begin(Project now) {
        if (!isSame(now)) {
            project = now;
            manifests = new ManifestMemory();
            parts = Map.of();
            byFile = Map.of();
            watched = List.of();
        }
    }

    ParsedTemplates templates() {
        return templates;
    }

    ManifestMemory manifests() {
        return manifests;
    }

    /// The components that were made from a manifest, if they would come out the same.
    @Nullable
    StackParts parts(Manifest manifest) {
        StackParts known = parts.get(manifest);
        return known != null && known.footprint().holds() ? known : null;
    }

    /// The components that were made the last time from what the same file was then.
    @Nullable
    StackParts before(Manifest manifest) {
        return byFile.get(manifest.file());
    }

    void remember(Map<Manifest, StackParts> made) {
        parts = Map.copyOf(made);
        byFile = made.values().stream()
                .collect(Collectors.toUnmodifiableMap(
                        each -> each.source().manifest().file(), each -> each));
        watched = made.values().stream()
                .map(StackParts::footprint)
                .filter(Footprint::hasFiles)
                .toList();
    }
}
