package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Noun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `atmos toolchain`.
@Command(
        name = "toolchain",
        description = "Pins, installs, checks and runs tools.",
        footer = {"", "Examples:", "  atmos toolchain add terraform@1.13.4", "  atmos toolchain install"})
public final class ToolchainCommand extends Noun {
    @Override
    protected List<String> names() {
        return List.of(
                "install",
                "uninstall",
                "list",
                "add",
                "remove",
                "set",
                "get",
                "exec",
                "path",
                "which",
                "env",
                "activate",
                "lock",
                "update",
                "verify",
                "du",
                "clean",
                "import",
                "resolve",
                "search",
                "info",
                "registry");
    }

    @Override
    protected @Nullable Class<?> named(String name) {
        return switch (name) {
            case "install", "i" -> InstallCommand.class;
            case "uninstall" -> UninstallCommand.class;
            case "list", "ls" -> ListCommand.class;
            case "add" -> AddCommand.class;
            case "remove", "rm" -> RemoveCommand.class;
            case "set" -> SetCommand.class;
            case "get" -> GetCommand.class;
            case "exec" -> ExecCommand.class;
            case "path" -> PathCommand.class;
            case "which" -> WhichCommand.class;
            case "env" -> EnvCommand.class;
            case "activate" -> ActivateCommand.class;
            case "lock" -> LockCommand.class;
            case "update", "upgrade" -> UpdateCommand.class;
            case "verify" -> VerifyCommand.class;
            case "du" -> DuCommand.class;
            case "clean" -> CleanCommand.class;
            case "import" -> ImportCommand.class;
            case "resolve" -> ResolveCommand.class;
            case "search" -> SearchCommand.class;
            case "info" -> InfoCommand.class;
            case "registry" -> RegistryCommand.class;
            default -> null;
        };
    }
}
