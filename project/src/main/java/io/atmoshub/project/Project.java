package io.atmoshub.project;

import io.atmoshub.project.yaml.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An Atmos project: its configuration, merged from every place, and the folders that it names.
///
/// @param limits what may be read while working with it
/// @param config everything that is set
/// @param files the files that were read, in order
/// @param configFolder the folder of the strongest `atmos.yaml`
/// @param basePath the folder that all others start from
/// @param notes what was left out while reading, in words
public record Project(
        Limits limits, Config config, List<Path> files, Path configFolder, Path basePath, List<String> notes) {
    private static final Config BUILT_IN = Config.of("default", "/dev/stderr", List.of("logs", "file"))
            .with(Config.of("default", "Info", List.of("logs", "level")));

    public Project {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /// Finds and reads the configuration.
    ///
    /// @throws ProjectException or [io.atmoshub.project.yaml.YamlException] when it cannot be understood
    public static Project open(Opening opening, Limits limits) {
        var notes = new ArrayList<String>();
        var places = new ConfigPlaces(opening.folder(), limits);
        var reader = new ConfigReader(opening.folder(), limits, notes);
        List<Path> mains = mains(opening, places);
        Config config = BUILT_IN;
        for (Path main : mains) {
            config = config.with(reader.main(main));
        }
        if (mains.isEmpty()) {
            config = config.with(NoFile.CONFIG);
            for (Path extra : places.extras(opening.folder())) {
                config = config.with(reader.withImports(extra, 0));
            }
        }
        Path configFolder = mains.isEmpty()
                ? opening.folder()
                : Optional.ofNullable(mains.getLast().getParent()).orElse(opening.folder());
        List<String> profiles = Profiles.chosen(opening, config, limits);
        config = new Profiles(configFolder, places).over(config, profiles, reader);
        config = new ConfigVariables(limits).over(config);
        for (Map.Entry<String, Opening.Setting> option : opening.settings().entrySet()) {
            config = config.with(Config.of(
                    "option " + option.getKey(),
                    option.getValue().value(),
                    List.of(option.getValue().path().split("\\."))));
        }
        if (opening.basePath().isPresent()) {
            config = config.with(
                    Config.of("option --base-path", opening.basePath().get(), List.of("base_path")));
        }
        return new Project(
                limits, config, reader.read(), configFolder, basePath(config, configFolder, opening, limits), notes);
    }

    /// Every path at which a file or folder, once it comes or goes, can change what is read in a folder.
    public static List<Path> places(Path folder, Limits limits) {
        return new ConfigPlaces(folder, limits).all();
    }

    private static List<Path> mains(Opening opening, ConfigPlaces places) {
        if (opening.files().isEmpty() && opening.folders().isEmpty()) {
            return places.files();
        }
        var mains = new ArrayList<Path>();
        for (Path file : opening.files()) {
            mains.add(opening.folder().resolve(file).normalize());
        }
        for (Path folder : opening.folders()) {
            mains.add(places.in(opening.folder().resolve(folder))
                    .orElseThrow(() -> new ProjectException(
                            "There is no atmos.yaml in %s.".formatted(folder),
                            "Name the folder that holds it, or the file itself with --config.")));
        }
        return mains;
    }

    /// What a variable or an option says starts from where the person is. In a file, `.` and what begins with it
    /// starts from the file's folder, and any other path from the Git root, if it is there.
    private static Path basePath(Config config, Path configFolder, Opening opening, Limits limits) {
        String path = config.text("base_path").orElse("");
        Origin origin = config.origin("base_path");
        if (origin.line() == 0 && !path.isEmpty() && !origin.file().equals("default")) {
            return opening.folder().resolve(path).normalize();
        }
        boolean fromFile = path.equals(".") || path.equals("..") || path.startsWith("./") || path.startsWith("../");
        boolean gitRoots = limits.variable("ATMOS_GIT_ROOT_BASEPATH")
                .filter("false"::equals)
                .isEmpty();
        if (fromFile || !gitRoots || Path.of(path).isAbsolute()) {
            return configFolder.resolve(path).normalize();
        }
        if (path.isEmpty()) {
            return configFolder;
        }
        return GitRoot.of(opening.folder(), limits)
                .map(root -> root.resolve(path).normalize())
                .filter(place -> limits.mayRead(place) && Files.isDirectory(place))
                .orElseGet(() -> configFolder.resolve(path).normalize());
    }

    public StacksConfig stacks() {
        return StacksConfig.of(config);
    }

    public TemplatesConfig templates() {
        return TemplatesConfig.of(config);
    }

    public DescribeConfig describe() {
        return DescribeConfig.of(config);
    }

    /// The folder of the stack manifests.
    public Path stacksFolder() {
        return basePath.resolve(stacks().basePath()).normalize();
    }

    /// Where components of a type such as `terraform` are.
    public Path componentsFolder(String type) {
        return basePath.resolve(config.text("components", type, "base_path").orElse(""))
                .normalize();
    }

    /// The program that runs components of a type, if the configuration names one.
    public Optional<String> command(String type) {
        return config.text("components", type, "command").filter(name -> !name.isEmpty());
    }

    public Path workflowsFolder() {
        return basePath.resolve(config.text("workflows", "base_path").orElse(""))
                .normalize();
    }

    /// Where schemas of a kind, `jsonschema` or `opa`, are.
    public Path schemasFolder(String kind) {
        return basePath.resolve(config.text("schemas", kind, "base_path").orElse(""))
                .normalize();
    }

    /// The JSON Schema of manifests, if the project brings its own: a file or an address.
    public Optional<String> manifestSchema() {
        return config.text("schemas", "atmos", "manifest").filter(name -> !name.isEmpty());
    }

    /// How lists are merged: `replace`, `append` or `merge`.
    public String listMergeStrategy() {
        return config.text("settings", "list_merge_strategy")
                .filter(name -> !name.isEmpty())
                .orElse("replace");
    }
}
