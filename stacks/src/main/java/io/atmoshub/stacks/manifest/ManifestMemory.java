package io.atmoshub.stacks.manifest;

import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.merge.Pile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// What is known of a project's manifests from one look to the next. A merged manifest is kept as long as its file,
/// everything it imports and whatever else it was made from are as they were.
public final class ManifestMemory {
    private final ManifestFiles files = new ManifestFiles();
    private final ConcurrentMap<Manifest, Grounds> grounds = new ConcurrentHashMap<>();
    private Map<ManifestReader.Request, Manifest> manifests = Map.of();
    private @Nullable StacksFolder good;
    private @Nullable StacksFolder tried;
    private @Nullable StacksFolder looked;
    private List<Footprint> watched = List.of();

    /// What a manifest was made from, besides the manifests it imports.
    ///
    /// @param content of the file, its templates rendered as far as they can be in a manifest
    /// @param pile what it imports, and itself, laid over each other
    /// @param found the files that each path among its imports found
    record Grounds(
            ManifestFile file, YamlMapping content, Pile pile, Map<String, List<String>> found, Footprint footprint) {
        /// Whether the content would come out the same.
        boolean isStill(ManifestFile now) {
            return file.equals(now) && footprint.holds();
        }

        /// The content, for who works out the manifest again.
        YamlMapping again() {
            Footprint.all(footprint);
            return content;
        }
    }

    ManifestFiles files() {
        return files;
    }

    void made(Manifest manifest, Grounds from) {
        grounds.put(manifest, from);
    }

    /// What was read the last time for whoever asks as somebody asked then.
    @Nullable
    Grounds before(ManifestReader.Request request) {
        Manifest before = manifests.get(request);
        return before == null ? null : grounds.get(before);
    }

    /// Whether everything is as it was at the last look, whether that went well or not.
    public boolean isCurrent(Project project) {
        StacksFolder last = tried;
        if (last == null) {
            return false;
        }
        StacksFolder now = last.again(project);
        if (!now.looksLike(last)) {
            looked = now;
            return false;
        }
        tried = now;
        return !files.isAnyOtherThanItLooks(now) && watched.stream().allMatch(Footprint::isUnchanged);
    }

    /// The folder as it was looked at just now, if it was.
    public StacksFolder folder(Project project) {
        StacksFolder now = looked;
        looked = null;
        return now == null ? StacksFolder.of(project) : now;
    }

    /// What still holds of the manifests that were merged before.
    ConcurrentMap<ManifestReader.Request, Manifest> holding(StacksFolder folder, ImportFinder finder) {
        ConcurrentMap<ManifestReader.Request, Manifest> holding = new ConcurrentHashMap<>();
        tried = folder;
        StacksFolder before = good;
        if (before != null) {
            folder.knowRemotesOf(before);
        }
        boolean sameFiles = before != null && folder.hasFilesOf(before);
        Map<Manifest, Boolean> checked = new HashMap<>();
        manifests.forEach((request, manifest) -> {
            if (holds(manifest, folder, sameFiles ? null : finder, checked)) {
                holding.put(request, manifest);
            }
        });
        return holding;
    }

    private boolean holds(
            Manifest manifest, StacksFolder folder, @Nullable ImportFinder finder, Map<Manifest, Boolean> checked) {
        Boolean known = checked.get(manifest);
        if (known != null) {
            return known;
        }
        Grounds from = grounds.get(manifest);
        boolean holds = from != null
                && folder.has(manifest.file())
                && files.read(folder, manifest.file()).equals(from.file())
                && from.footprint().holds()
                && (finder == null
                        || from.found().entrySet().stream()
                                .allMatch(each -> finder.matching(each.getKey()).equals(each.getValue())));
        for (Manifest.Imported each : manifest.imports()) {
            holds = holds && holds(each.manifest(), folder, finder, checked);
        }
        checked.put(manifest, holds);
        return holds;
    }

    /// A look went well: what it did not use is forgotten.
    void remember(
            StacksFolder folder, Iterable<Manifest> stacks, ConcurrentMap<ManifestReader.Request, Manifest> known) {
        Set<Manifest> used = new HashSet<>();
        stacks.forEach(stack -> use(stack, used));
        known.values().removeIf(manifest -> !used.contains(manifest));
        grounds.keySet().retainAll(used);
        files.forgetOthers(folder);
        watched = grounds.values().stream()
                .map(Grounds::footprint)
                .filter(Footprint::hasFiles)
                .toList();
        manifests = known;
        good = folder;
    }

    /// A look went wrong: what it began is forgotten.
    public void forgetTry() {
        Set<Manifest> used = new HashSet<>();
        manifests.values().forEach(manifest -> use(manifest, used));
        grounds.keySet().retainAll(used);
    }

    private static void use(Manifest manifest, Set<Manifest> used) {
        if (used.add(manifest)) {
            manifest.imports().forEach(each -> use(each.manifest(), used));
        }
    }
}
