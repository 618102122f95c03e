package io.atmoshub.stacks.manifest;

import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.Spelling;
import io.atmoshub.stacks.StackException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/// Finds the files that an import means.
final class ImportFinder {
    private final StacksFolder folder;
    private final RemoteImports remotes;
    private final Function<String, ManifestFile> reader;
    private final ConcurrentMap<String, List<String>> matches = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Boolean> needs = new ConcurrentHashMap<>();

    ImportFinder(StacksFolder folder, Function<String, ManifestFile> reader) {
        this.folder = folder;
        this.remotes = new RemoteImports(folder);
        this.reader = reader;
    }

    /// @param found takes in which files were found under which path
    /// @throws StackException when there is none and there has to be one
    List<String> files(Import item, ManifestFile by, Map<String, List<String>> found) {
        if (item.isRemote() || folder.isNestedRemote(by.file())) {
            return remotes.files(item, by.file());
        }
        if (StacksFolder.isRemote(by.file()) && item.path().startsWith(".")) {
            throw new StackException(
                    item.origin(),
                    "The import \"%s\" stands in a remote manifest, and starts from its folder.".formatted(item.path()),
                    "Where that manifest is imported, set nested_imports: remote.");
        }
        String path = resolved(item.path(), by.file());
        List<String> files = matching(path);
        found.put(path, files);
        if (files.isEmpty() && !item.skipIfMissing()) {
            throw new StackException(
                    item.origin(),
                    "The import \"%s\" finds no file in %s.".formatted(item.path(), folder.root()),
                    Spelling.suggestion(path, folder.keys()) + "Correct the path, or set skip_if_missing: true.");
        }
        return files;
    }

    List<String> matching(String path) {
        List<String> known = matches.get(path);
        if (known != null) {
            return known;
        }
        List<String> files = found(path);
        matches.put(path, files);
        return files;
    }

    private List<String> found(String path) {
        String extension = StacksFolder.extension(path);
        boolean pattern = PathPattern.isPattern(path);
        if (extension.equals(".yaml") || extension.equals(".yml")) {
            return folder.has(path + ".tmpl") ? List.of(path + ".tmpl") : folder.matching(path);
        }
        if (pattern) {
            return folder.matching(extension.isEmpty() ? path + ".yaml" : path);
        }
        if (folder.has(path) && !extension.isEmpty()) {
            return List.of(path);
        }
        return StacksFolder.EXTENSIONS.stream()
                .map(each -> path + each)
                .filter(folder::has)
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }

    /// From the manifest's own folder when it begins with a dot, from the stacks folder otherwise.
    private String resolved(String path, String by) {
        String plain = path.replace('\\', '/');
        if (!plain.startsWith("./") && !plain.startsWith("../") && !plain.equals(".") && !plain.equals("..")) {
            return plain.startsWith("/")
                    ? folder.root().relativize(Path.of(plain)).toString()
                    : plain;
        }
        Path start = Path.of("/" + by).getParent();
        Path target = (start == null ? Path.of("/") : start).resolve(plain).normalize();
        return target.toString().substring(1).replace('\\', '/');
    }

    /// Whether a file, or any that it imports, comes out differently for what it is given. Most don't, and are read
    /// once.
    boolean needsContext(String file) {
        Boolean known = needs.get(file);
        if (known != null) {
            return known;
        }
        // While it is being found out, a circle must not go round for ever.
        needs.put(file, true);
        boolean answer = looksForContext(file);
        needs.put(file, answer);
        return answer;
    }

    private boolean looksForContext(String file) {
        if (StacksFolder.isRemote(file)) {
            return true;
        }
        ManifestFile read = reader.apply(file);
        YamlMapping content = read.content();
        if (read.hasTemplates() || read.hasLocals() || content == null) {
            return true;
        }
        try {
            for (Import item : Import.in(content)) {
                if (item.isRemote()) {
                    return true;
                }
                for (String each : matching(resolved(item.path(), file))) {
                    if (needsContext(each)) {
                        return true;
                    }
                }
            }
        } catch (StackException | YamlException e) {
            return true;
        }
        return false;
    }
}
