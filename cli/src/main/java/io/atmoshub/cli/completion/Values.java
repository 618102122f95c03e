package io.atmoshub.cli.completion;

import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.Stacks;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.cli.toolchain.ToolNames;
import io.atmoshub.cli.workflow.WorkflowFiles;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Stack;
import io.atmoshub.stacks.StackEngine;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/// What can stand for what the help calls `STACK`, `COMPONENT`, `TOOL` and so on.
record Values(Terminal terminal, GlobalOptions options) {
    /// Commands about tools that are pinned or installed already.
    private static final Set<String> AT_HAND =
            Set.of("exec", "lock", "remove", "rm", "uninstall", "update", "upgrade", "verify", "which");

    /// Labels of values that are files.
    static final List<String> FILES = List.of("FILE", "FOLDER");

    Stream<Offer> of(CommandLine command, ArgSpec argument, String written) {
        return switch (argument.paramLabel()) {
            case "STACK" -> stacks().map(Stack::name).map(Offer::of);
            case "COMPONENT" ->
                stacks().flatMap(stack -> stack.components().stream())
                        .filter(component -> !component.isAbstract())
                        .map(Component::name)
                        .distinct()
                        .sorted()
                        .map(Offer::of);
            case "WORKFLOW" ->
                new WorkflowFiles(options.quietly(terminal))
                        .all().stream()
                                .flatMap(file -> file.names().stream())
                                .distinct()
                                .map(Offer::of);
            case "TOOL", "TOOL[@VERSION]", "TOOL[@VERSION] [ARGUMENT...]" -> tools(command.getCommandName(), written);
            default -> Completer.choices(argument);
        };
    }

    private Stream<Offer> tools(String command, String written) {
        try (var names = new ToolNames(terminal, options)) {
            int at = written.lastIndexOf('@');
            if (at > 0) {
                String tool = written.substring(0, at);
                return names.versions(tool).stream().map(version -> Offer.of(tool + "@" + version));
            }
            return (AT_HAND.contains(command) ? names.atHand() : names.all(written))
                    .entrySet().stream().map(name -> new Offer(name.getKey(), name.getValue()));
        }
    }

    private Stream<Stack> stacks() {
        return StackEngine.open(options.quietly(terminal), Stacks.onPath(terminal)).stacks().stream();
    }
}
