package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `atmos toolchain activate`.
@Command(
        name = "activate",
        description = "Writes the hook that puts each folder's tools on your shell's PATH.",
        footer = {
            "",
            "Examples:",
            "  eval \"$(atmos toolchain activate bash)\"",
            "  atmos toolchain activate fish | source"
        })
final class ActivateCommand extends ToolchainAction {
    /// The shells there are hooks for.
    enum Hook {
        bash("""
                _atmos_toolchain() {
                  local code=$?
                  if [ "$PWD" != "${_ATMOS_TOOLCHAIN_PWD-}" ]; then
                    _ATMOS_TOOLCHAIN_PWD=$PWD
                    eval "$(atmos toolchain env --format bash 2>/dev/null)"
                  fi
                  return $code
                }
                case ";${PROMPT_COMMAND-};" in
                  *_atmos_toolchain*) ;;
                  *) PROMPT_COMMAND="_atmos_toolchain${PROMPT_COMMAND:+;$PROMPT_COMMAND}" ;;
                esac"""),
        zsh("""
                _atmos_toolchain() {
                  eval "$(atmos toolchain env --format zsh 2>/dev/null)"
                }
                autoload -Uz add-zsh-hook
                add-zsh-hook chpwd _atmos_toolchain
                _atmos_toolchain"""),
        fish("""
                function _atmos_toolchain --on-variable PWD
                  atmos toolchain env --format fish 2>/dev/null | source
                end
                _atmos_toolchain""");

        private final String script;

        Hook(String script) {
            this.script = script;
        }
    }

    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Hook shell;

    ActivateCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    int run(Toolbox box) {
        if (json()) {
            out().json(java.util.Map.of("script", shell.script));
        } else {
            out().line(shell.script);
        }
        return Atmos.DONE;
    }
}
