package io.atmoshub.cli;

import io.atmoshub.cli.ai.AiCommand;
import io.atmoshub.cli.completion.CompletionCommand;
import io.atmoshub.cli.describe.DescribeCommand;
import io.atmoshub.cli.explain.ExplainCommand;
import io.atmoshub.cli.hub.HubCommand;
import io.atmoshub.cli.hub.LoginCommand;
import io.atmoshub.cli.hub.LogoutCommand;
import io.atmoshub.cli.hub.WhoAmICommand;
import io.atmoshub.cli.list.ListCommand;
import io.atmoshub.cli.toolchain.ToolchainCommand;
import io.atmoshub.cli.validate.ValidateCommand;
import io.atmoshub.cli.workflow.WorkflowCommand;
import java.util.List;
import java.util.Optional;

/// The commands that stand right after `atmos`. Their classes are only loaded when they are wanted.
final class TopLevel {
    private static final List<String> NAMES = List.of(
            "ai",
            "describe",
            "list",
            "explain",
            "validate",
            "workflow",
            "toolchain",
            "hub",
            "login",
            "logout",
            "whoami",
            "version",
            "completion");

    private TopLevel() {}

    static Optional<Class<?>> of(String name) {
        return switch (name) {
            case "ai" -> Optional.of(AiCommand.class);
            case "describe" -> Optional.of(DescribeCommand.class);
            case "list", "ls" -> Optional.of(ListCommand.class);
            case "explain" -> Optional.of(ExplainCommand.class);
            case "validate" -> Optional.of(ValidateCommand.class);
            case "workflow" -> Optional.of(WorkflowCommand.class);
            case "toolchain" -> Optional.of(ToolchainCommand.class);
            case "hub" -> Optional.of(HubCommand.class);
            case "login" -> Optional.of(LoginCommand.class);
            case "logout" -> Optional.of(LogoutCommand.class);
            case "whoami" -> Optional.of(WhoAmICommand.class);
            case "version" -> Optional.of(VersionCommand.class);
            case "completion" -> Optional.of(CompletionCommand.class);
            default -> Optional.empty();
        };
    }

    static List<Class<?>> all() {
        return NAMES.stream().<Class<?>>map(name -> of(name).orElseThrow()).toList();
    }

    /// The classes that these arguments can mean: one, if a command is named and needs no other.
    static List<Class<?>> wantedBy(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (GlobalOptions.WITH_VALUE.contains(argument)) {
                i++;
            } else if (!argument.startsWith("-")) {
                // Completion looks at all the others.
                return argument.equals("completion")
                        ? all()
                        : of(argument).map(List::<Class<?>>of).orElseGet(TopLevel::all);
            }
        }
        return all();
    }
}
