package io.atmoshub.toolchain.pin;

import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.WholeFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// What is pinned where somebody stands: the versions files from that folder up to the root and then at home, as asdf
/// reads them. The nearest line about a tool counts.
public final class Pins {
    public static final String FILE = ".tool-versions";

    private final Path own;
    private final List<Path> files;
    private final Map<String, Pin> pins = new LinkedHashMap<>();

    private Pins(Path own, List<Path> files) {
        this.own = own;
        this.files = List.copyOf(files);
        for (Path file : files) {
            read(file).pins().forEach((name, versions) -> pins.putIfAbsent(name, new Pin(name, versions, file)));
        }
    }

    /// `ATMOS_TOOL_VERSIONS`, or a `name` with a folder in it, is the only file; otherwise files called `name` are
    /// looked for.
    public static Pins from(Path folder, String name, Map<String, String> environment) {
        String asked = environment.getOrDefault("ATMOS_TOOL_VERSIONS", "");
        Path start = folder.toAbsolutePath().normalize();
        Path only = Path.of(asked.isBlank() ? name : asked);
        if (!asked.isBlank() || only.getNameCount() > 1 || only.isAbsolute()) {
            Path file = start.resolve(only).normalize();
            return new Pins(file, Files.isRegularFile(file) ? List.of(file) : List.of());
        }
        List<Path> files = places(start, name, environment).stream()
                .filter(Files::isRegularFile)
                .toList();
        // That at home is only edited by who stands there.
        Path nearest = files.stream()
                .filter(file -> start.startsWith(file.getParent()))
                .findFirst()
                .orElse(start.resolve(name));
        return new Pins(nearest, files);
    }

    /// Where versions files of this plain name may be, the nearest first.
    public static List<Path> places(Path folder, String name, Map<String, String> environment) {
        var places = new LinkedHashSet<Path>();
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            places.add(at.resolve(name));
        }
        String home = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", ""));
        if (!home.isBlank()) {
            places.add(Path.of(home).toAbsolutePath().normalize().resolve(name));
        }
        return List.copyOf(places);
    }

    /// Where versions files do not count: nothing is pinned.
    public static Pins none(Path folder) {
        return new Pins(folder.resolve(FILE), List.of());
    }

    /// From the nearest file to the farthest.
    public List<Pin> all() {
        return List.copyOf(pins.values());
    }

    public Optional<Pin> find(Predicate<String> name) {
        return pins.values().stream().filter(pin -> name.test(pin.name())).findFirst();
    }

    public List<Path> files() {
        return files;
    }

    /// The file that a new pin goes into: the nearest, which need not exist.
    public Path file() {
        return own;
    }

    public static void edit(Path file, UnaryOperator<VersionsFile> edit) {
        VersionsFile before = Files.exists(file) ? read(file) : VersionsFile.of("");
        VersionsFile after = edit.apply(before);
        if (after.text().equals(before.text())) {
            return;
        }
        try {
            WholeFile.write(file, after.text());
        } catch (IOException e) {
            throw new ToolchainException("%s can't be written.".formatted(file), "Check whose it is.", e);
        }
    }

    private static VersionsFile read(Path file) {
        try {
            return VersionsFile.of(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new ToolchainException("%s is no text.".formatted(file), "It has to be UTF-8.", e);
        } catch (IOException e) {
            throw new ToolchainException("%s can't be read.".formatted(file), "Check whose it is.", e);
        }
    }
}
