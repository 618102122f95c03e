package io.atmoshub.cli;

import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.hub.HubException;
import io.atmoshub.project.ProjectException;
import io.atmoshub.project.query.QueryException;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.stacks.StackException;
import io.atmoshub.toolchain.ToolchainException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/// Tells a person what did not work. What nobody foresaw goes on as it is.
final class Failures {
    private Failures() {}

    /// For a command that picocli does not run. A bug looks as it does there.
    static int orDone(Terminal terminal, Callable<Integer> command) {
        try {
            return command.call();
        } catch (Exception failure) {
            try {
                return shown(terminal, failure);
            } catch (Exception bug) {
                bug.printStackTrace(new PrintWriter(terminal.err().writer(), true));
                return Atmos.FAILED;
            }
        }
    }

    static int shown(Terminal terminal, Exception failure) throws Exception {
        return switch (failure) {
            case Failure told -> {
                terminal.err().text(told.block());
                yield told.exitCode();
            }
            case HubException refusal -> told(terminal, refusal.what(), refusal.hint());
            case ProjectException project -> told(terminal, project.what(), project.hint());
            case YamlException yaml -> told(terminal, yaml.origin() + ": " + yaml.problem(), yaml.hint());
            case StackException stack ->
                told(terminal, stack.origin().map(origin -> origin + ": ").orElse("") + stack.problem(), stack.hint());
            case ToolchainException tools -> told(terminal, tools.what(), tools.hint());
            case QueryException query -> told(terminal, String.valueOf(query.getMessage()), "Correct the expression.");
            default -> throw failure;
        };
    }

    private static int told(Terminal terminal, String what, String hint) {
        terminal.err().line(Screen.Style.BAD, what);
        terminal.err().line(hint);
        return Atmos.FAILED;
    }
}
