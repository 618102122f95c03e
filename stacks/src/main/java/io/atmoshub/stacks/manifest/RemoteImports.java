package io.atmoshub.stacks.manifest;

import io.atmoshub.project.remote.RemoteAddress;
import io.atmoshub.project.remote.RemoteCopy;
import io.atmoshub.project.remote.RemoteException;
import io.atmoshub.stacks.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the manifests that a remote import means, in the copy that was fetched.
record RemoteImports(StacksFolder folder) {
    /// @param by the manifest with the import
    List<String> files(Import item, String by) {
        try {
            RemoteManifest.Nested from =
                    item.isRemote() ? null : folder.remoteManifest(by).nested();
            boolean nested = from != null || item.nestedRemote();
            return switch (from == null ? RemoteAddress.of(item.path()) : beside(from, item.path())) {
                case RemoteAddress.Web web -> {
                    if (nested) {
                        throw new StackException(
                                item.origin(),
                                "\"nested_imports: remote\" is for manifests in Git repositories.",
                                "Import it with git::, or leave the setting out.");
                    }
                    RemoteCopy copy = folder.remotes().get(web, Optional.ofNullable(item.ttl()));
                    Footprint.until(copy.until());
                    folder.addRemote(
                            web.shown(), new RemoteManifest(copy.folder().resolve(copy.path()), null));
                    yield List.of(web.shown());
                }
                case RemoteAddress.Git git -> inRepository(item, git, nested, from);
            };
        } catch (RemoteException e) {
            if (e.kind() == RemoteException.Kind.MISSING && item.skipIfMissing()) {
                return List.of();
            }
            throw new StackException(item.origin(), e.problem(), e.hint(), e);
        }
    }

    private static RemoteAddress beside(RemoteManifest.Nested from, String path) {
        String start = path.startsWith(".")
                ? from.address().path().replaceFirst("[^/]*$", "")
                : from.base().isEmpty() ? "" : from.base() + "/";
        return from.address().at(start + path);
    }

    private List<String> inRepository(
            Import item, RemoteAddress.Git git, boolean nested, RemoteManifest.@Nullable Nested from) {
        var ttl = item.ttl() != null || from == null ? item.ttl() : from.ttl();
        RemoteCopy copy = folder.remotes().get(git, Optional.ofNullable(ttl));
        Footprint.until(copy.until());
        List<String> found = matching(copy.folder(), copy.path());
        if (found.isEmpty() && !item.skipIfMissing()) {
            throw new StackException(
                    item.origin(),
                    "There is no manifest %s in %s.".formatted(copy.path(), git.shown()),
                    "Correct the path behind the //, or what stands behind ?ref=");
        }
        return found.stream()
                .map(path -> {
                    String name = git.written() + (nested ? "##" : "#") + path;
                    RemoteManifest.Nested home =
                            nested ? new RemoteManifest.Nested(git.at(path), base(path, from), ttl) : null;
                    folder.addRemote(
                            named(name), new RemoteManifest(copy.folder().resolve(path), home));
                    return named(name);
                })
                .toList();
    }

    /// A shorthand without two slashes gets them: by them remote names are known.
    private static String named(String name) {
        return StacksFolder.isRemote(name) ? name : "https://" + name;
    }

    /// The stacks folder of the other project: that of the same path as this one's, or else the top.
    private String base(String path, RemoteManifest.@Nullable Nested from) {
        if (from != null) {
            return from.base();
        }
        String here = folder.shown("").replaceFirst("^\\./", "").replaceFirst("/$", "");
        String whole = "/" + path;
        int at = here.isEmpty() ? -1 : whole.indexOf("/" + here + "/");
        return at < 0 ? "" : whole.substring(1, at + here.length() + 1);
    }

    /// Without an extension every one that manifests have; a folder stands for everything in it.
    private static List<String> matching(Path root, String path) {
        if (!PathPattern.isPattern(path)) {
            Stream<String> candidates = StacksFolder.extension(path).isEmpty()
                    ? StacksFolder.EXTENSIONS.stream().map(path::concat)
                    : Stream.of(path);
            Optional<String> file = candidates
                    .filter(each -> Files.isRegularFile(root.resolve(each), LinkOption.NOFOLLOW_LINKS))
                    .findFirst();
            if (file.isPresent()) {
                return List.of(file.get());
            }
        }
        List<PathPattern> patterns = StacksFolder.EXTENSIONS.stream()
                .map(extension -> PathPattern.isPattern(path) ? path : path + "/**/*" + extension)
                .distinct()
                .map(PathPattern::new)
                .toList();
        try (Stream<Path> all = Files.walk(root)) {
            TreeSet<String> found = new TreeSet<>();
            all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> patterns.stream().anyMatch(pattern -> pattern.matches(file)))
                    .forEach(found::add);
            return List.copyOf(found);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
