package io.atmoshub.cli.completion;

import io.atmoshub.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `atmos completion`.
@Command(
        name = "completion",
        description = "Writes a script that lets your shell complete commands.",
        footer = {
            "",
            "Examples:",
            "  source <(atmos completion bash)",
            "  atmos completion fish > ~/.config/fish/completions/atmos.fish"
        })
public final class CompletionCommand implements Callable<Integer> {
    /// The shells there are scripts for.
    enum Shell {
        bash,
        zsh,
        fish
    }

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Shell shell;

    public CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        terminal.out()
                .line(
                        switch (shell) {
                            case bash -> AutoComplete.bash("atmos", root);
                            // The script of bash works in zsh with its own compatibility layer.
                            case zsh ->
                                "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n"
                                        + AutoComplete.bash("atmos", root);
                            case fish -> FishScript.of(root);
                        });
        return 0;
    }
}
