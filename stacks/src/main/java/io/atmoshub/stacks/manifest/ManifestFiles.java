package io.atmoshub.stacks.manifest;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// Reads files, each once as long as it does not change. May be kept from one look at a project to the next, and used
/// by several threads.
public final class ManifestFiles {
    private final ConcurrentMap<Path, Kept> kept = new ConcurrentHashMap<>();

    /// What a file looked like when it was read.
    private record Stamp(
            FileTime changed, long size, @Nullable Object identity) {
        static Stamp of(Path path) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        }
    }

    private record Kept(Stamp stamp, ManifestFile file) {}

    ManifestFile read(StacksFolder folder, String file) {
        Path path = folder.path(file);
        String shown = folder.shown(file);
        try {
            Stamp stamp = Stamp.of(path);
            Kept known = kept.get(path);
            if (known != null && known.stamp().equals(stamp)) {
                return known.file();
            }
            ManifestFile read = parsed(file, shown, path, folder.text(file));
            kept.put(path, new Kept(stamp, read));
            return read;
        } catch (IOException e) {
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
}
