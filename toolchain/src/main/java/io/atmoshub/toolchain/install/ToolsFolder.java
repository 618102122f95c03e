package io.atmoshub.toolchain.install;

import io.atmoshub.toolchain.Installable;
import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.WholeFile;
import io.atmoshub.toolchain.fetch.Disk;
import io.atmoshub.toolchain.version.VersionWish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The folder that tools are in: `owner/repo/version/`, with the programs directly in the version's folder, and
/// `latest` beside the versions. Names with a dot before them, and `bin`, are the product's own.
public record ToolsFolder(Path root) {
    public static final String BIN = "bin";
    static final String LATEST = "latest";
    private static final int DEEPEST = 6;

    public ToolsFolder {
        root = root.toAbsolutePath().normalize();
    }

    public Path of(ToolId tool) {
        return root.resolve(tool.value());
    }

    public Path of(ToolId tool, String version) {
        Installable.checkVersion(tool, version);
        return of(tool).resolve(version);
    }

    Path own(String name) {
        return root.resolve("." + name);
    }

    Path lock(ToolId tool, String version) {
        return own("locks").resolve(tool.value().replace('/', '+') + "@" + version + ".lock");
    }

    /// One version that is there, put there by us or by hand.
    public record Installed(ToolId tool, String version, Path folder) {
        /// By name: the files on which its folder on the PATH gives a program.
        public Map<String, Path> programs() {
            return ToolsFolder.programs(folder);
        }

        /// Nothing for one that was put there by hand.
        public Optional<InstallRecord> installRecord() {
            return InstallRecord.in(folder);
        }

        /// The one that is called so, else the one that is meant when the tool is.
        public Optional<Path> program(String called) {
            return Optional.ofNullable(programs().get(called)).or(this::program);
        }

        /// That of the tool's name, or else the only one, or the first.
        public Optional<Path> program() {
            Map<String, Path> all = programs();
            String name = tool.name();
            for (String candidate : List.of(name, name + ".exe")) {
                if (all.containsKey(candidate)) {
                    return Optional.of(all.get(candidate));
                }
            }
            Optional<InstallRecord> known = all.size() > 1 ? installRecord() : Optional.empty();
            return known.flatMap(
                            one -> one.programs().keySet().stream().sorted().findFirst())
                    .map(all::get)
                    .or(() -> all.values().stream().findFirst());
        }

        @Override
        public String toString() {
            return tool + "@" + version;
        }
    }

    public Optional<Installed> find(ToolId tool, String version) {
        Path folder = of(tool, version);
        return programs(folder).isEmpty() ? Optional.empty() : Optional.of(new Installed(tool, version, folder));
    }

    /// The versions of one tool that are there.
    public List<Installed> find(ToolId tool) {
        return children(of(tool)).stream()
                .map(Path::getFileName)
                .map(Path::toString)
                .filter(version -> !version.equals(LATEST) && version.matches("[A-Za-z0-9_][A-Za-z0-9._+~-]*"))
                .flatMap(version -> find(tool, version).stream())
                .toList();
    }

    /// The version that `latest` points to.
    public Optional<Installed> latest(ToolId tool) {
        try {
            String version = Files.readString(of(tool).resolve(LATEST)).strip();
            return version.isEmpty() || version.equals(LATEST) ? Optional.empty() : find(tool, version);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Lets `latest` point to this one.
    public void point(Installed installed) {
        Path pointer = of(installed.tool()).resolve(LATEST);
        try {
            if (!Files.isRegularFile(pointer) || !Files.readString(pointer).equals(installed.version())) {
                WholeFile.write(pointer, installed.version());
            }
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
    }

    /// The newest of the versions that are there and meant.
    public Optional<Installed> newest(ToolId tool, Predicate<String> meant) {
        return find(tool).stream()
                .filter(one -> meant.test(one.version()))
                .max(Comparator.comparing(Installed::version, VersionWish.order()));
    }

    public List<Installed> all() {
        var all = new ArrayList<Installed>();
        for (Path owner : children(root)) {
            if (!owner.getFileName().toString().equals(BIN)) {
                collect(owner, 1, all);
            }
        }
        return all;
    }

    private void collect(Path folder, int depth, List<Installed> all) {
        for (Path child : children(folder)) {
            String tool = root.relativize(folder).toString().replace('\\', '/');
            String version = child.getFileName().toString();
            if (depth >= 2 && ToolId.fits(tool) && !programs(child).isEmpty()) {
                all.add(new Installed(new ToolId(tool), version, child));
            } else if (depth < DEEPEST && !Files.exists(child.resolve(InstallRecord.FILE))) {
                collect(child, depth + 1, all);
            }
        }
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(child -> !child.getFileName().toString().startsWith(".")
                            && Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
    }

    private static Map<String, Path> programs(Path folder) {
        boolean windows = Platform.current().windows();
        var programs = new TreeMap<String, Path>();
        try (Stream<Path> list = Files.list(folder)) {
            list.filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> Files.isRegularFile(file)
                            && (windows
                                    ? file.toString().matches("(?i).*\\.(exe|cmd|bat|com)")
                                    : Files.isExecutable(file)))
                    .forEach(file -> programs.put(file.getFileName().toString(), file));
            return programs;
        } catch (NoSuchFileException | NotDirectoryException e) {
            return programs;
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
    }
}
