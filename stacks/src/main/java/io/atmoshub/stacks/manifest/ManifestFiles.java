package io.atmoshub.stacks.manifest;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.StackException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// Reads files, each once as long as it does not change. May be kept from one look at a project to the next, and used
/// by several threads. As long as a file says the same, it is the same object.
final class ManifestFiles {
    private final ConcurrentMap<Path, Kept> kept = new ConcurrentHashMap<>();

    /// A file as it was read, when, and for which look.
    private record Kept(Stamp stamp, long readAt, Object moment, ManifestFile file) {
        boolean isDoubtful() {
            return stamp.isDoubtful(readAt);
        }

        Kept with(ManifestFile same) {
            return new Kept(stamp, readAt, moment, same);
        }
    }

    ManifestFile read(StacksFolder folder, String file) {
        Path path = folder.path(file);
        Kept known = kept.get(path);
        Stamp stamp = folder.stamp(file);
        return known != null
                        && known.stamp().equals(stamp)
                        && (known.moment() == folder.moment() || !known.isDoubtful())
                ? known.file()
                : readAgain(folder, file, path, stamp, known);
    }

    private ManifestFile readAgain(StacksFolder folder, String file, Path path, Stamp stamp, @Nullable Kept known) {
        String shown = folder.shown(file);
        try {
            long now = System.currentTimeMillis();
            String text = folder.text(file);
            ManifestFile read =
                    known != null && known.file().isSame(shown, text) ? known.file() : parsed(file, shown, path, text);
            // Of several threads that read it at once all go on with what one of them read.
            Kept agreed = kept.merge(
                    path,
                    new Kept(stamp, now, folder.moment(), read),
                    (old, fresh) -> old.file().isSame(shown, text) ? fresh.with(old.file()) : fresh);
            return agreed.file();
        } catch (IOException e) {
            kept.remove(path);
            throw new StackException(
                    Origin.startOf(shown),
                    "The manifest can't be read: %s.".formatted(e.getMessage()),
                    "Look at the file and its permissions.",
                    e);
        }
    }

    private static ManifestFile parsed(String file, String shown, Path path, String text) {
        try {
            YamlMapping content = ManifestFile.mapping(Yaml.parse(shown, text), shown);
            return new ManifestFile(file, shown, path, text, content, null);
        } catch (YamlException e) {
            return new ManifestFile(file, shown, path, text, null, e);
        }
    }

    /// Whether a file that looks as it did says something else now.
    boolean isAnyOtherThanItLooks(StacksFolder folder) {
        for (Map.Entry<Path, Kept> each : kept.entrySet()) {
            Kept before = each.getValue();
            String file = before.file().file();
            if (before.isDoubtful()
                    && folder.has(file)
                    && !readAgain(folder, file, each.getKey(), before.stamp(), before)
                            .equals(before.file())) {
                return true;
            }
        }
        return false;
    }

    /// Forgets files that are no longer in the folder.
    void forgetOthers(StacksFolder folder) {
        kept.values().removeIf(each -> !folder.has(each.file().file()));
    }
}
