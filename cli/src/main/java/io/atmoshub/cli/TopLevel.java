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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// The commands that stand right after `atmos`, and how those wanted are put together with the ones they hold. Classes
/// are only loaded when they are wanted.
final class TopLevel {
    static final List<String> NAMES = List.of(
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

    static @Nullable Class<?> named(String name) {
        return switch (name) {
            case "ai" -> AiCommand.class;
            case "describe" -> DescribeCommand.class;
            case "list", "ls" -> ListCommand.class;
            case "explain" -> ExplainCommand.class;
            case "validate" -> ValidateCommand.class;
            case "workflow" -> WorkflowCommand.class;
            case "toolchain" -> ToolchainCommand.class;
            case "hub" -> HubCommand.class;
            case "login" -> LoginCommand.class;
            case "logout" -> LogoutCommand.class;
            case "whoami" -> WhoAmICommand.class;
            case "version" -> VersionCommand.class;
            case "completion" -> CompletionCommand.class;
            default -> null;
        };
    }

    /// Whether these words mean a command of ours, or none at all.
    static boolean knows(Words words, CommandLine.IFactory factory) {
        if (words.command().isEmpty()) {
            return true;
        }
        Class<?> command = named(words.command().get());
        Optional<String> inner = words.word(1);
        if (command == null || inner.isEmpty()) {
            return command != null;
        }
        if (command == VersionCommand.class) {
            return false;
        }
        if (!Noun.class.isAssignableFrom(command)) {
            return true;
        }
        try {
            return ((Noun) factory.create(command)).named(inner.get()) != null;
        } catch (Exception e) {
            throw new IllegalStateException("making " + command, e);
        }
    }

    /// Below `atmos`, the commands that these words can mean.
    static void add(CommandLine atmos, List<String> words) {
        Class<?> wanted = words.isEmpty() ? null : named(words.getFirst());
        if (wanted != null) {
            below(atmos, wanted, words.subList(1, words.size()));
            return;
        }
        NAMES.forEach(name -> below(atmos, Objects.requireNonNull(named(name)), List.of()));
    }

    /// Below `atmos`, everything.
    static void addAll(CommandLine atmos) {
        NAMES.forEach(name -> atmos.addSubcommand(Objects.requireNonNull(named(name))));
        atmos.getSubcommands().values().stream().distinct().forEach(TopLevel::fill);
    }

    private static void fill(CommandLine line) {
        if (line.getCommand() instanceof Noun noun) {
            noun.all().forEach(line::addSubcommand);
            line.getSubcommands().values().stream().distinct().forEach(TopLevel::fill);
        }
    }

    private static void below(CommandLine parent, Class<?> command, List<String> words) {
        parent.addSubcommand(command);
        CommandLine line = parent.getSubcommands().values().stream()
                .filter(each -> each.getCommandSpec().userObject().getClass() == command)
                .findFirst()
                .orElseThrow();
        if (line.getCommand() instanceof Noun noun) {
            Class<?> wanted = words.isEmpty() ? null : noun.named(words.getFirst());
            if (wanted != null) {
                below(line, wanted, words.subList(1, words.size()));
            } else {
                // Somebody looks around, or erred: what there is is shown, and no more.
                noun.all().forEach(line::addSubcommand);
            }
        }
    }
}
