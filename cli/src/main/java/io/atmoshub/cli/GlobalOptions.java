package io.atmoshub.cli;

import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.project.Limits;
import io.atmoshub.project.Opening;
import io.atmoshub.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that every command takes, before or after its name: where the project is and how it is read.
public final class GlobalOptions {
    @Option(
            names = {"-C", "--chdir"},
            paramLabel = "FOLDER",
            scope = ScopeType.INHERIT,
            description = "Works as if started in this folder.")
    private @Nullable Path chdir;

    @Option(
            names = "--base-path",
            paramLabel = "FOLDER",
            scope = ScopeType.INHERIT,
            description = "The folder that stacks and components are in, over base_path in atmos.yaml.")
    private @Nullable String basePath;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            split = ",",
            scope = ScopeType.INHERIT,
            description = "Configuration to read instead of what would be found.")
    private List<Path> configs = new ArrayList<>();

    @Option(
            names = "--config-path",
            paramLabel = "FOLDER",
            split = ",",
            scope = ScopeType.INHERIT,
            description = "A folder whose atmos.yaml to read instead.")
    private List<Path> configFolders = new ArrayList<>();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            split = ",",
            scope = ScopeType.INHERIT,
            description = "A profile to lay over atmos.yaml.")
    private List<String> profiles = new ArrayList<>();

    @Option(
            names = "--logs-level",
            paramLabel = "LEVEL",
            scope = ScopeType.INHERIT,
            description = "Trace, Debug, Info, Warning or Off.")
    private @Nullable String logsLevel;

    @Option(
            names = "--logs-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "Accepted for scripts that give it.")
    private @Nullable String logsFile;

    @Option(
            names = {"--no-color", "--force-color"},
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "Accepted for scripts that give it; NO_COLOR decides.")
    void colours(boolean given) {}

    @Option(
            names = {"--pager", "--identity", "--mask"},
            arity = "0..1",
            fallbackValue = "",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "Accepted for scripts that give it.")
    void others(@Nullable String given) {}

    /// A project that was read, and how.
    private record Read(Opening opening, Project project) {}

    private @Nullable Read read;

    private final long since = System.currentTimeMillis();

    /// What was said already: a command may ask for the project more than once.
    private final Set<String> told = new HashSet<>();

    /// Those that take a value, for finding the command among the arguments.
    static final List<String> WITH_VALUE = List.of(
            "-C", "--chdir", "--base-path", "--config", "--config-path", "--profile", "--logs-level", "--logs-file");

    /// Where the command works.
    public Path folder(Terminal terminal) {
        Optional<String> given = Optional.ofNullable(chdir)
                .map(Path::toString)
                .or(() -> Optional.ofNullable(terminal.environment().get("ATMOS_CHDIR"))
                        .filter(value -> !value.isBlank()));
        if (given.isEmpty()) {
            return terminal.folder();
        }
        Path folder = terminal.folder().resolve(given.get()).normalize();
        if (!Files.isDirectory(folder)) {
            throw Failure.of("There is no folder %s.".formatted(given.get()), "Name one that exists after --chdir.");
        }
        return folder;
    }

    /// No file was read with these options before, in milliseconds as the system counts them.
    public long since() {
        return since;
    }

    /// The options as they can be told before a command is known.
    static GlobalOptions of(Words words) {
        var options = new GlobalOptions();
        options.chdir = words.option("--chdir").map(Path::of).orElse(null);
        options.basePath = words.option("--base-path").orElse(null);
        options.configs = words.all("--config").map(Path::of).toList();
        options.configFolders = words.all("--config-path").map(Path::of).toList();
        options.profiles = words.all("--profile").toList();
        options.logsLevel = words.option("--logs-level").orElse(null);
        options.logsFile = words.option("--logs-file").orElse(null);
        return options;
    }

    /// Reads the project as Atmos does on somebody's own machine, and says what was left out.
    public Project project(Terminal terminal) {
        Project project = quietly(terminal);
        project.notes().stream()
                .filter(told::add)
                .forEach(note -> terminal.err().line(note));
        return project;
    }

    /// The same without a word.
    public Project quietly(Terminal terminal) {
        Opening opening = opening(terminal);
        Read known = read;
        if (known == null || !known.opening().equals(opening)) {
            known = new Read(opening, Project.open(opening, Limits.laptop(terminal.environment())));
            read = known;
        }
        return known.project();
    }

    /// Takes over what was read with other options, for the case that these mean the same.
    void knowing(GlobalOptions others) {
        read = others.read;
        told.addAll(others.told);
    }

    /// The options as arguments for the same command again.
    public List<String> again() {
        var arguments = new ArrayList<String>();
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        given.put("--base-path", basePath);
        given.put("--logs-level", logsLevel);
        given.forEach((name, value) -> {
            if (value != null) {
                arguments.addAll(Arrays.asList(name, value.toString()));
            }
        });
        configs.forEach(file -> arguments.addAll(List.of("--config", file.toString())));
        configFolders.forEach(folder -> arguments.addAll(List.of("--config-path", folder.toString())));
        profiles.forEach(name -> arguments.addAll(List.of("--profile", name)));
        return arguments;
    }

    private Opening opening(Terminal terminal) {
        Map<String, Opening.Setting> settings = new LinkedHashMap<>();
        if (logsLevel != null) {
            settings.put("--logs-level", new Opening.Setting("logs.level", logsLevel));
        }
        if (logsFile != null) {
            settings.put("--logs-file", new Opening.Setting("logs.file", logsFile));
        }
        return new Opening(folder(terminal), configs, configFolders, Optional.ofNullable(basePath), profiles, settings);
    }
}
