package io.atmoshub.cli.door;

import io.atmoshub.cli.Failure;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.Words;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.cli.toolchain.ToolsHere;
import io.atmoshub.project.Config;
import io.atmoshub.project.Project;
import io.atmoshub.project.ProjectException;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides who answers a command: we, the Atmos that a project asks for, or the next one on the PATH.
public final class FrontDoor {
    /// `off` hands nothing over, `quiet` says nothing about it.
    public static final String SWITCH = "ATMOS_FRONT_DOOR";

    static final ToolId ATMOS = new ToolId("cloudposse/atmos");

    /// Those that Atmos has not: a project that calls one of its own commands so means that one.
    private static final Set<String> HIDDEN_BY_PROJECTS = Set.of("login", "logout", "whoami", "explain");

    private final Terminal terminal;
    private final Words words;
    private final GlobalOptions options;
    private final Self self;

    public FrontDoor(Terminal terminal, Words words, GlobalOptions options, Self self) {
        this.terminal = terminal;
        this.words = words;
        this.options = options;
        this.self = self;
    }

    /// @param known whether we have a command that these words mean
    public Way way(boolean known) {
        Project project = null;
        RuntimeException unreadable = null;
        try {
            project = options.quietly(terminal);
        } catch (ProjectException | YamlException | Failure e) {
            // One of our commands says so itself where it matters; Atmos reads the files in its own way.
            unreadable = e;
        }
        Optional<ProjectCommands.Own> own = project == null ? Optional.empty() : own(project);
        boolean ours = known
                && (own.isEmpty() || !HIDDEN_BY_PROJECTS.contains(own.get().name()));
        Optional<AtmosPin> pin;
        try {
            pin = flag(project, "enabled") ? pin(project) : Optional.empty();
            if (pin.isPresent() && pin.get().build()) {
                return next(pin, own, unreadable);
            }
            if (pin.isPresent()) {
                return ours && (!flag(project, "check_version") || faithful(pin.get()))
                        ? new Way.Ours(true)
                        : new Way.Pinned(pin.get());
            }
        } catch (ToolchainException e) {
            if (!ours) {
                throw e;
            }
            terminal.err().line("Whether another Atmos is asked for here can't be told: " + e.what());
            return new Way.Ours(true);
        }
        return ours ? new Way.Ours(unreadable != null) : next(Optional.empty(), own, unreadable);
    }

    private Optional<ProjectCommands.Own> own(Project project) {
        return words.command().flatMap(name -> ProjectCommands.of(project).named(name));
    }

    private Optional<AtmosPin> pin(@Nullable Project project) {
        return AtmosPin.of(words, terminal.environment(), project, this::versionsFile)
                .filter(pin -> !pin.system());
    }

    private Optional<AtmosPin> versionsFile() {
        try (var tools = new ToolsHere(terminal, options)) {
            return tools.pin(ATMOS.name(), ATMOS)
                    .map(pin -> new AtmosPin(pin.version(), pin.file().toString(), false));
        } catch (ProjectException | YamlException | Failure e) {
            // What can't be read was noticed before.
            return Optional.empty();
        }
    }

    private boolean faithful(AtmosPin pin) {
        if (AtmosPin.faithful(pin.version())) {
            return true;
        }
        if (pin.version().matches("v?\\d+(\\.\\d+){2}.*")) {
            return false;
        }
        try (var tools = new ToolsHere(terminal, options)) {
            return AtmosPin.faithful(tools.version(ATMOS, pin.version()));
        }
    }

    /// A setting of `toolchain.self_manage`, which is on unless it is switched off.
    private static boolean flag(@Nullable Project project, String key) {
        if (project == null) {
            return true;
        }
        Config config = project.config();
        return config.flag(true, "toolchain", "enabled")
                && config.flag(
                        config.flag(true, "settings", "toolchain", "self_manage", key),
                        "toolchain",
                        "self_manage",
                        key);
    }

    private Way next(Optional<AtmosPin> pin, Optional<ProjectCommands.Own> own, @Nullable RuntimeException unreadable) {
        String path = terminal.environment().getOrDefault("PATH", "");
        Trail trail = HandOver.arrived(terminal, words);
        Optional<Way> next = new NextAtmos(path, self, trail.back()).find().map(program -> new Way.Next(program, pin));
        if (next.isEmpty() && unreadable != null) {
            throw unreadable;
        }
        return next.orElseGet(() -> nobody(own, pin));
    }

    private Way.Nobody nobody(Optional<ProjectCommands.Own> own, Optional<AtmosPin> pin) {
        String how = "Pin an Atmos for this project: atmos toolchain add atmos@%s.1, or put one on the PATH."
                .formatted(AtmosPin.FAITHFUL_TO);
        if (pin.isPresent()) {
            return new Way.Nobody(
                    "Atmos %s (%s) is a build that only another Atmos can fetch, and there is none on the PATH."
                            .formatted(pin.get().version(), pin.get().from()),
                    "Ask for a release instead, or put an Atmos on the PATH.");
        }
        return own.map(command -> new Way.Nobody(
                        "\"%s\" is a command of this project (%s). Atmos itself runs those, and there is none here."
                                .formatted(command.name(), Config.words(command.origin())),
                        how))
                .orElseGet(() -> new Way.Nobody(
                        "\"%s\" is no command of ours, and there is no Atmos here that could know it."
                                .formatted(String.join(
                                        " ", words.plain().stream().limit(2).toList())),
                        how));
    }
}
