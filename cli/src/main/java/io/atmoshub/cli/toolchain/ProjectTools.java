package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.Stacks;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.ToolFinder;
import io.atmoshub.stacks.ToolRequirement;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.install.ToolsFolder.Installed;
import io.atmoshub.toolchain.pin.Pin;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds programs where a project says which: first the version that a component depends on, installed when it is
/// missing and may be, then the pinned one, then that on the PATH. Where tools are not managed, only the PATH counts.
public final class ProjectTools implements ToolFinder, AutoCloseable {
    /// Programs that are not called as their tool is.
    private static final Map<String, String> PROGRAMS = Map.of("opentofu", "tofu", "aws-cli", "aws");

    private final Terminal terminal;
    private final GlobalOptions options;
    private @Nullable Toolbox box;
    private boolean unmanaged;
    private final Set<Wanted> instead = new HashSet<>();
    private final ThreadLocal<Set<Component>> asking = ThreadLocal.withInitial(HashSet::new);

    public ProjectTools(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    /// @throws StackException when the component depends on a version that is not to be had
    @Override
    public Optional<Tool> find(String program, Component component) {
        if (program.contains(File.separator)) {
            return Stacks.executable(program, terminal).map(file -> new Tool(file, Map.of()));
        }
        return find(program, demands(component));
    }

    /// Working them out may need a program too, of another component.
    private List<ToolRequirement> demands(Component component) {
        if (!asking.get().add(component)) {
            throw new StackException(
                    component.section().origin(),
                    "Which tools %s depends on can only be told with one of these tools.".formatted(component),
                    "Write the versions in dependencies.tools as they are.");
        }
        try {
            return component.tools();
        } finally {
            asking.get().remove(component);
        }
    }

    private synchronized Optional<Tool> find(String program, List<ToolRequirement> needed) {
        return toolbox()
                .flatMap(toolbox -> needed.stream()
                        .filter(each -> gives(each.tool(), program))
                        .findFirst()
                        .map(each -> program(toolbox, each, program))
                        .or(() -> pinned(toolbox, program)))
                .or(() -> Stacks.executable(program, terminal))
                .map(file -> new Tool(file, Map.of("PATH", path(needed))));
    }

    /// The PATH with all these tools on it, installed first where they are missing, then the pinned ones.
    public synchronized String pathWith(List<ToolRequirement> needed) {
        toolbox().ifPresent(toolbox -> needed.forEach(each -> program(toolbox, each, each.tool())));
        return path(needed);
    }

    private String path(List<ToolRequirement> needed) {
        Optional<Toolbox> toolbox = toolbox();
        Set<String> folders = new LinkedHashSet<>();
        needed.forEach(each ->
                installed(each).ifPresent(one -> folders.add(one.folder().toString())));
        Map<String, String> environment = new HashMap<>(terminal.environment());
        String before = toolbox.map(PathFolders::of)
                .map(pins -> pins.path(environment))
                .orElse(environment.getOrDefault("PATH", ""));
        folders.addAll(List.of(before.split(File.pathSeparator)));
        return String.join(File.pathSeparator, folders);
    }

    private Optional<Installed> installed(ToolRequirement needed) {
        return toolbox()
                .flatMap(toolbox ->
                        toolbox.known(needed.tool()).flatMap(tool -> toolbox.installed(tool, needed.version())));
    }

    private Path program(Toolbox toolbox, ToolRequirement needed, String program) {
        Optional<Path> there = installed(needed).flatMap(one -> one.program(program));
        if (there.isPresent()) {
            return there.get();
        }
        try {
            Path installed =
                    installedOrSame(toolbox, new Wanted(needed.tool(), Optional.of(needed.version())), program);
            return installed(needed).flatMap(one -> one.program(program)).orElse(installed);
        } catch (ToolchainException e) {
            throw new StackException(
                    needed.origin(),
                    "%s %s is needed. %s".formatted(needed.tool(), needed.version(), e.what()),
                    e.hint(),
                    e);
        }
    }

    private Optional<Path> pinned(Toolbox toolbox, String program) {
        Optional<Pin> pin = toolbox.pins().find(name -> gives(name, program));
        if (pin.isEmpty() || pin.get().version().equals("system")) {
            return Optional.empty();
        }
        Wanted wanted = new Wanted(pin.get().name(), Optional.of(pin.get().version()));
        return toolbox.settings().autoInstall()
                ? Optional.of(installedOrSame(toolbox, wanted, program))
                : new Ready(toolbox).find(wanted);
    }

    /// Without a network the same version on the PATH does as well, and only the same: another may answer otherwise, or
    /// write what the pinned one can't read.
    private Path installedOrSame(Toolbox toolbox, Wanted wanted, String program) {
        try {
            return new Ready(toolbox).installedFirst(wanted);
        } catch (ToolchainException e) {
            String wish = wanted.version().orElse("latest");
            if (!toolbox.settings().autoInstall()) {
                throw e;
            }
            SameOnPath same = SameOnPath.find(toolbox, program, wish).orElseThrow(() -> e);
            if (instead.add(wanted)) {
                terminal.err()
                        .line(
                                Screen.Style.BAD,
                                "%s@%s can't be installed: %s %s, which is %s, is used instead."
                                        .formatted(wanted.name(), wish, e.what(), same.program(), same.version()));
            }
            return same.program();
        }
    }

    /// Whether a tool, as it is called somewhere, is what this program comes with.
    private boolean gives(String tool, String program) {
        String last = tool.substring(tool.lastIndexOf('/') + 1);
        if (tool.equals(program) || last.equals(program) || program.equals(PROGRAMS.get(last))) {
            return true;
        }
        Optional<ToolId> meant = toolbox().flatMap(some -> some.known(tool));
        return meant.isPresent()
                && (meant.get().name().equals(program)
                        || toolbox().flatMap(some -> some.known(program)).equals(meant));
    }

    private Optional<Toolbox> toolbox() {
        if (box == null && !unmanaged) {
            try {
                box = new Toolbox(terminal, options, false);
            } catch (ToolchainException e) {
                unmanaged = true;
            }
        }
        return Optional.ofNullable(box);
    }

    @Override
    public synchronized void close() {
        if (box != null) {
            box.close();
        }
    }
}
