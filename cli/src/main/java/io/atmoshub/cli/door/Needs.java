package io.atmoshub.cli.door;

import io.atmoshub.cli.Failure;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.Stacks;
import io.atmoshub.cli.Words;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.cli.toolchain.ToolsHere;
import io.atmoshub.cli.workflow.WorkflowFiles;
import io.atmoshub.project.Project;
import io.atmoshub.project.ProjectException;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.StackException;
import io.atmoshub.toolchain.ToolchainException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tools that a call depends on, as `dependencies.tools` of its component, workflow or custom command says.
record Needs(Terminal terminal, Words words, GlobalOptions options, ToolsHere tools) {
    private static final Set<String> OF_COMPONENTS = Set.of("terraform", "helmfile", "packer", "ansible");

    /// Where they are, installed first; behind them those that are pinned and there.
    List<Path> folders(List<String> arguments) {
        var folders = new ArrayList<Path>();
        Map<String, Wish> needed = new LinkedHashMap<>(tools(arguments));
        program()
                .flatMap(tools::pinnedForUse)
                .ifPresent(pin -> needed.putIfAbsent(
                        pin.name(),
                        new Wish(pin.version(), "This command", pin.file().toString())));
        needed.forEach((tool, wish) -> folder(tool, wish).ifPresent(folders::add));
        folders.addAll(tools.pinnedFolders());
        return folders.stream().distinct().toList();
    }

    /// What runs a component, such as `tofu`.
    private Optional<String> program() {
        return words.command().filter(OF_COMPONENTS::contains).map(type -> {
            try {
                return options.quietly(terminal).command(type).orElse(type);
            } catch (ProjectException | YamlException | Failure e) {
                return type;
            }
        });
    }

    private Optional<Path> folder(String tool, Wish wish) {
        if (wish.version().equals("system")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(tools.program(tool, wish.version()).getParent());
        } catch (ToolchainException e) {
            throw new ToolchainException(
                    "%s needs %s %s (%s), which can't be had: %s"
                            .formatted(wish.who(), tool, wish.version(), wish.place(), e.what()),
                    e.hint(),
                    e);
        }
    }

    /// @param who needs it
    /// @param place where that is said
    private record Wish(String version, String who, String place) {}

    private Map<String, Wish> tools(List<String> arguments) {
        String command = words.command().orElse("");
        try {
            Project project = options.quietly(terminal);
            if (OF_COMPONENTS.contains(command)) {
                return ofComponent(project, new Call(arguments));
            }
            if (command.equals("workflow")) {
                return ofWorkflow(project, new Call(arguments));
            }
            return ofCommand(ProjectCommands.of(project), 0, new LinkedHashMap<>());
        } catch (ProjectException | YamlException | StackException | Failure e) {
            // The Atmos that takes over says better than we what is wrong with the call or the files.
            return Map.of();
        }
    }

    private Map<String, Wish> ofComponent(Project project, Call call) {
        Optional<String> stack = call.option("-s", "--stack")
                .or(() -> Optional.ofNullable(terminal.environment().get("ATMOS_STACK")));
        if (stack.isEmpty() || !new Mentions(project).tools()) {
            return Map.of();
        }
        var engine = Stacks.open(project, terminal);
        // `generate varfile vpc` has two words before the component; `import vpc ADDRESS` one behind.
        List<Component> found = engine.required(stack.get()).components().stream()
                .filter(each -> each.type().equals(words.command().orElse("")))
                .toList();
        return call.plain().stream()
                .skip(2)
                .flatMap(word ->
                        found.stream().filter(each -> each.name().equals(word)).limit(1))
                .findFirst()
                .map(component -> in(component.section(), "The component " + component, new LinkedHashMap<>()))
                .orElse(Map.of());
    }

    private Map<String, Wish> ofWorkflow(Project project, Call call) {
        Optional<String> name = call.plain().stream().skip(1).findFirst();
        Optional<String> file = call.option("-f", "--file");
        var files = new WorkflowFiles(project);
        List<WorkflowFiles.File> all =
                file.isPresent() ? List.of(files.named(file.get())) : name.isPresent() ? files.all() : List.of();
        return all.stream()
                .flatMap(each -> Optional.ofNullable(each.workflows().get(name.orElse(""))).stream())
                .findFirst()
                .map(written -> in(written, "The workflow " + name.orElse(""), new LinkedHashMap<>()))
                .orElse(Map.of());
    }

    /// What an inner command says counts before what the one around it says.
    private Map<String, Wish> ofCommand(ProjectCommands commands, int at, Map<String, Wish> all) {
        words.word(at).flatMap(commands::named).ifPresent(own -> {
            if (own.written() != null) {
                in(own.written(), "The command " + own.name(), all);
                ofCommand(ProjectCommands.inside(own), at + 1, all);
            }
        });
        return all;
    }

    private static Map<String, Wish> in(YamlMapping section, String who, Map<String, Wish> all) {
        tools(section.get("dependencies"), who, all);
        return all;
    }

    private static void tools(@Nullable YamlNode dependencies, String who, Map<String, Wish> all) {
        if (dependencies instanceof YamlMapping written && written.get("tools") instanceof YamlMapping tools) {
            tools.forEach(entry -> {
                if (entry.value() instanceof YamlNode.Scalar version && version.value() != null) {
                    all.put(
                            entry.key(),
                            new Wish(version.text(), who, version.origin().toString()));
                }
            });
        }
    }
}
