package io.atmoshub.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where `atmos.yaml` may be, each place over the ones before it: the system, the person's home, a folder above or
/// the Git root when this one has no configuration, this folder, `ATMOS_CLI_CONFIG_PATH`.
record ConfigPlaces(Path folder, Limits limits) {
    private static final List<String> NAMES = List.of("atmos.yaml", "atmos.yml", ".atmos.yaml", ".atmos.yml");
    private static final List<String> TRACES =
            List.of("atmos.yaml", "atmos.yml", ".atmos.yaml", ".atmos.yml", ".atmos", "atmos.d", ".atmos.d");
    private static final Path SYSTEM = Path.of("/usr/local/etc/atmos");

    /// The files that are there, the strongest last.
    List<Path> files() {
        var files = new ArrayList<Path>();
        in(SYSTEM).ifPresent(files::add);
        home().flatMap(home -> in(home.resolve(".atmos"))).ifPresent(files::add);
        personal().flatMap(this::in).ifPresent(files::add);
        Optional<String> named = limits.variable("ATMOS_CLI_CONFIG_PATH").filter(path -> !path.isBlank());
        if (named.isEmpty() && TRACES.stream().noneMatch(trace -> there(folder.resolve(trace)))) {
            above().ifPresent(files::add);
            if (limits.variable("ATMOS_GIT_ROOT_BASEPATH")
                    .filter("false"::equals)
                    .isEmpty()) {
                GitRoot.of(folder, limits).flatMap(this::in).ifPresent(files::add);
            }
        }
        in(folder).ifPresent(files::add);
        named.map(folder::resolve)
                .flatMap(place -> Files.isRegularFile(place) ? Optional.of(place) : in(place))
                .ifPresent(files::add);
        return withoutRepeats(files);
    }

    /// Every path at which something can be, or not be, that decides which files are read: here, above, at home. Rather
    /// one too many.
    List<Path> all() {
        var folders = new LinkedHashSet<Path>();
        for (Path at = folder; at != null; at = at.getParent()) {
            folders.add(at);
        }
        folders.add(SYSTEM);
        home().ifPresent(home -> folders.add(home.resolve(".atmos")));
        personal().ifPresent(folders::add);
        return folders.stream()
                .map(place -> place.toAbsolutePath().normalize())
                .flatMap(place ->
                        Stream.concat(TRACES.stream(), Stream.of(".git")).map(place::resolve))
                .distinct()
                .toList();
    }

    /// The configuration in a folder.
    Optional<Path> in(Path place) {
        return NAMES.stream()
                .map(place.toAbsolutePath().normalize()::resolve)
                .filter(file -> there(file) && Files.isRegularFile(file))
                .findFirst();
    }

    /// What lies in `atmos.d` and `.atmos.d` of a folder.
    List<Path> extras(Path place) {
        return Stream.of("atmos.d", ".atmos.d")
                .flatMap(name -> below(place.resolve(name)).stream())
                .toList();
    }

    /// The YAML files below a folder: `atmos.yaml` first, then those of fewer folders, then by name.
    List<Path> below(Path place) {
        if (!there(place) || !Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(place)) {
            return preferred(all.filter(file -> there(file) && Files.isRegularFile(file)));
        } catch (IOException e) {
            return List.of();
        }
    }

    /// Of `x.yaml` and `x.yml` only the first counts.
    static List<Path> preferred(Stream<Path> files) {
        Map<String, Path> byName = new LinkedHashMap<>();
        files.filter(file ->
                        file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                .sorted()
                .forEach(file -> byName.putIfAbsent(file.toString().replaceFirst("\\.ya?ml$", ""), file));
        return byName.values().stream()
                .sorted(Comparator.<Path, Boolean>comparing(
                                file -> !NAMES.contains(file.getFileName().toString()))
                        .thenComparing(Path::getNameCount)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    Optional<Path> home() {
        return limits.variable("HOME").filter(home -> !home.isBlank()).map(Path::of);
    }

    /// `$XDG_CONFIG_HOME/atmos`.
    Optional<Path> personal() {
        return limits.variable("ATMOS_XDG_CONFIG_HOME")
                .or(() -> limits.variable("XDG_CONFIG_HOME"))
                .filter(place -> !place.isBlank())
                .map(Path::of)
                .or(() -> home().map(home -> home.resolve(".config")))
                .map(place -> place.resolve("atmos"));
    }

    private Optional<Path> above() {
        for (Path here = folder.getParent(); here != null; here = here.getParent()) {
            Optional<Path> found = in(here);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// Most of the places are empty, and finding out where a link leads takes longer than seeing that there is nothing.
    private boolean there(Path file) {
        return Files.exists(file) && limits.mayRead(file);
    }

    private static List<Path> withoutRepeats(List<Path> files) {
        var last = new ArrayList<Path>();
        for (Path file : files.reversed()) {
            if (!last.contains(file)) {
                last.addFirst(file);
            }
        }
        return last;
    }
}
