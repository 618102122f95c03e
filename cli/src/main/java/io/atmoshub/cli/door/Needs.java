package io.atmoshub.cli.door;

import io.atmoshub.cli.Failure;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.Words;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.cli.toolchain.ProjectTools;
import io.atmoshub.cli.toolchain.ToolsHere;
import io.atmoshub.cli.workflow.WorkflowFiles;
import io.atmoshub.project.Project;
import io.atmoshub.project.ProjectException;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.StackEngine;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.ToolDemands;
import io.atmoshub.stacks.ToolRequirement;
import io.atmoshub.toolchain.ToolchainException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The tools that a call depends on, as its component, workflow or custom command says.
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

    /// Somebody who may need tools.
    private record Needy(String who, Supplier<List<ToolRequirement>> tools) {}

    private Map<String, Wish> tools(List<String> arguments) {
        String command = words.command().orElse("");
        List<Needy> found;
        try {
            Project project = options.quietly(terminal);
            if (OF_COMPONENTS.contains(command)) {
                found = ofComponent(project, new Call(arguments)).stream().toList();
            } else if (command.equals("workflow")) {
                found = ofWorkflow(project, new Call(arguments)).stream().toList();
            } else {
                found = ofCommand(project, ProjectCommands.of(project), 0);
            }
        } catch (ProjectException | YamlException | StackException | Failure e) {
            // The Atmos that takes over says better than we what is wrong with the call or the files.
            return Map.of();
        }
        // Demands that can't all be met are for us to tell.
        Map<String, Wish> all = new LinkedHashMap<>();
        for (Needy needy : found) {
            for (ToolRequirement tool : needy.tools().get()) {
                all.put(
                        tool.tool(),
                        new Wish(tool.version(), needy.who(), tool.origin().toString()));
            }
        }
        return all;
    }

    private Optional<Needy> ofComponent(Project project, Call call) {
        Optional<String> stack = stack(call);
        String type = words.command().orElse("");
        if (stack.isEmpty() || !new Mentions(project).tools(type)) {
            return Optional.empty();
        }
        // `generate varfile vpc` has two words before the component; `import vpc ADDRESS` one behind.
        List<Component> found = engine(project).required(stack.get()).components().stream()
                .filter(each -> each.type().equals(type))
                .toList();
        return call.plain().stream()
                .skip(2)
                .flatMap(word ->
                        found.stream().filter(each -> each.name().equals(word)).limit(1))
                .findFirst()
                .map(component -> new Needy("The component " + component, component::tools));
    }

    private Optional<String> stack(Call call) {
        return call.option("-s", "--stack")
                .or(() -> Optional.ofNullable(terminal.environment().get("ATMOS_STACK")));
    }

    private StackEngine engine(Project project) {
        return StackEngine.open(project, new ProjectTools(terminal, options));
    }

    private Optional<Needy> ofWorkflow(Project project, Call call) {
        Optional<String> name = call.plain().stream().skip(1).findFirst();
        Optional<String> file = call.option("-f", "--file");
        var files = new WorkflowFiles(project);
        List<WorkflowFiles.File> all =
                file.isPresent() ? List.of(files.named(file.get())) : name.isPresent() ? files.all() : List.of();
        return all.stream()
                .flatMap(each -> Optional.ofNullable(each.workflows().get(name.orElse(""))).stream())
                .findFirst()
                .filter(written -> written.get("dependencies") != null)
                .map(written -> workflow(project, "The workflow " + name.orElse(""), written, call));
    }

    /// What a workflow depends on has to go together with what its stack does.
    private Needy workflow(Project project, String who, YamlMapping written, Call call) {
        Optional<String> name = stack(call).or(() -> Optional.ofNullable(written.text("stack")));
        if (name.isEmpty()) {
            return new Needy(who, () -> ToolDemands.of(project, List.of(), written));
        }
        StackEngine engine = engine(project);
        // Of a stack that is not there Atmos may know more than we.
        return new Needy(
                who,
                () -> ToolDemands.of(
                        project, engine.stack(name.get()).map(engine::tools).orElse(List.of()), written));
    }

    /// The outer ones first: what an inner command says counts before what the one around it says.
    private List<Needy> ofCommand(Project project, ProjectCommands commands, int at) {
        List<Needy> all = new ArrayList<>();
        words.word(at).flatMap(commands::named).ifPresent(own -> {
            YamlMapping written = own.written();
            if (written != null) {
                all.add(new Needy("The command " + own.name(), () -> ToolDemands.of(project, List.of(), written)));
                all.addAll(ofCommand(project, ProjectCommands.inside(own), at + 1));
            }
        });
        return all;
    }
}
