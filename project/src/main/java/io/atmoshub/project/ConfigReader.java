package io.atmoshub.project;

import io.atmoshub.project.remote.RemoteAddress;
import io.atmoshub.project.remote.RemoteCopy;
import io.atmoshub.project.remote.RemoteException;
import io.atmoshub.project.remote.Remotes;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads files of the configuration, each with what it imports below it. An import that is not there is noted and
/// left out, as Atmos does.
final class ConfigReader {
    private static final int DEEPEST = 10;

    private final Path here;
    private final Limits limits;
    private final ConfigPlaces places;
    private final List<String> notes;
    private final List<Path> read = new ArrayList<>();
    private final Map<Path, String> elsewhere = new HashMap<>();
    private final Remotes remotes;

    ConfigReader(Path here, Limits limits, List<String> notes) {
        this.here = here;
        this.limits = limits;
        this.places = new ConfigPlaces(here, limits);
        this.notes = notes;
        this.remotes = Remotes.under(limits);
    }

    /// Every file that was read, in order.
    List<Path> read() {
        return List.copyOf(read);
    }

    /// A main file over what it imports, over the `atmos.d` beside it, over that of the Git root.
    Config main(Path file) {
        Path folder = folder(file);
        Config config = Config.empty();
        List<Path> roots = GitRoot.of(folder, limits)
                .filter(root -> !root.equals(folder))
                .filter(root -> limits.variable("ATMOS_GIT_ROOT_BASEPATH")
                        .filter("false"::equals)
                        .isEmpty())
                .stream()
                .toList();
        for (Path place : Stream.concat(roots.stream(), Stream.of(folder)).toList()) {
            for (Path extra : places.extras(place)) {
                config = config.with(withImports(extra, 0));
            }
        }
        return config.with(withImports(file, 0));
    }

    /// A file over what it imports.
    Config withImports(Path file, int depth) {
        Config own = file(file);
        Config config = Config.empty();
        Path base = own.text("base_path")
                .map(folder(file)::resolve)
                .orElse(folder(file))
                .normalize();
        for (Import item : imports(own)) {
            if (depth >= DEEPEST) {
                throw new ProjectException(
                        item.origin(),
                        "Files import each other more than %d deep.".formatted(DEEPEST),
                        "Look for one that imports itself on a detour.");
            }
            for (Path found : imported(item.name(), base, item.origin())) {
                config = config.with(withImports(found, depth + 1));
            }
        }
        return config.with(own);
    }

    private record Import(String name, Origin origin) {}

    private static List<Import> imports(Config own) {
        return switch (own.node("import").orElse(null)) {
            case YamlNode.Sequence list ->
                list.items().stream()
                        .map(item -> new Import(String.valueOf(item.toJava()), item.origin()))
                        .toList();
            case null, default ->
                own.texts("import").stream()
                        .map(name -> new Import(name, own.origin("import")))
                        .toList();
        };
    }

    private List<Path> imported(String name, Path base, Origin origin) {
        if (RemoteAddress.isRemote(name)) {
            return remote(name, origin);
        }
        Path target = base.resolve(name).normalize();
        if (!limits.mayRead(fixedPart(target))) {
            notes.add("%s: the import %s is outside of what may be read here.".formatted(origin, name));
            return List.of();
        }
        List<Path> found = Files.isDirectory(target) ? places.below(target) : matches(target);
        if (found.isEmpty()) {
            notes.add("%s: the import %s matches no file.".formatted(origin, name));
        }
        return found;
    }

    /// What can't be had is noted, with the reason.
    private List<Path> remote(String name, Origin origin) {
        try {
            RemoteAddress address = RemoteAddress.of(name);
            RemoteCopy copy = remotes.get(address, Optional.empty());
            Path target = copy.folder().resolve(copy.path());
            List<Path> found = (Files.isDirectory(target) ? ConfigPlaces.preferred(walk(target)) : matches(target))
                    .stream()
                            .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                            .toList();
            found.forEach(file -> elsewhere.put(
                    file,
                    address instanceof RemoteAddress.Web
                            ? address.shown()
                            : address.shown() + "#" + copy.folder().relativize(file)));
            if (found.isEmpty()) {
                notes.add("%s: the import %s matches no file.".formatted(origin, address.shown()));
            }
            notes.addAll(remotes.notes());
            return found;
        } catch (RemoteException e) {
            notes.add("%s: an import was left out. %s %s".formatted(origin, e.problem(), e.hint()));
            return List.of();
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList().stream();
        } catch (IOException e) {
            return Stream.of();
        }
    }

    private List<Path> matches(Path target) {
        if (Files.isRegularFile(target)) {
            return List.of(target);
        }
        String text = target.toString();
        if (!text.matches(".*[*?\\[{].*")) {
            return Stream.of(".yaml", ".yml")
                    .map(ending -> Path.of(text + ending))
                    .filter(file -> mayRead(file) && Files.isRegularFile(file))
                    .limit(1)
                    .toList();
        }
        String ending = target.getFileName().toString().contains(".") ? "" : ".{yaml,yml}";
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + text + ending);
        // In Go's globs "**/" is also nothing at all; in Java's it is at least one folder.
        PathMatcher flat = FileSystems.getDefault().getPathMatcher("glob:" + text.replace("/**/", "/") + ending);
        try (Stream<Path> all = Files.walk(fixedPart(target))) {
            return ConfigPlaces.preferred(all.filter(file ->
                    (matcher.matches(file) || flat.matches(file)) && mayRead(file) && Files.isRegularFile(file)));
        } catch (IOException e) {
            return List.of();
        }
    }

    /// The folders before the first that holds a pattern.
    private static Path fixedPart(Path target) {
        Path fixed = target;
        while (fixed.toString().matches(".*[*?\\[{].*") && fixed.getParent() != null) {
            fixed = fixed.getParent();
        }
        return fixed;
    }

    /// Copies of what is elsewhere are ours, wherever they lie.
    private boolean mayRead(Path file) {
        return remotes.isCopy(file) || limits.mayRead(file);
    }

    /// One file, its functions resolved.
    Config file(Path file) {
        String name = name(file);
        String text;
        try {
            text = elsewhere.containsKey(file) ? Files.readString(file) : limits.text(file);
        } catch (IOException e) {
            throw new ProjectException(
                    "The configuration %s cannot be read: %s.".formatted(name, e.getMessage()),
                    "Check that the file is there and may be read.");
        }
        read.add(file);
        return switch (new ConfigFunctions(folder(file), here, limits, notes).resolve(Yaml.parse(name, text))) {
            case YamlMapping mapping -> new Config(mapping);
            case YamlNode.Scalar scalar when scalar.value() == null -> Config.empty();
            case YamlNode other ->
                throw new ProjectException(
                        other.origin(), "A configuration is a map of settings.", "Begin with a key, such as stacks:");
        };
    }

    /// Short for files below where the person is.
    private String name(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        if (elsewhere.containsKey(file)) {
            return elsewhere.getOrDefault(file, "");
        }
        return whole.startsWith(here) ? here.relativize(whole).toString() : whole.toString();
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
