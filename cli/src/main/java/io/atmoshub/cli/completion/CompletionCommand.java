package io.atmoshub.cli.completion;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `atmos completion`.
@Command(
        name = "completion",
        description = "Writes a script that lets your shell complete commands, tools, stacks and components.",
        footer = {
            "",
            "Examples:",
            "  source <(atmos completion bash)",
            "  atmos completion fish > ~/.config/fish/completions/atmos.fish"
        })
public final class CompletionCommand implements Callable<Integer> {
    /// The shells there are scripts for. Each asks `atmos __complete` at every Tab.
    enum Shell {
        /// Bash takes `@`, `=` and `:` for the ends of words; the words are taken from the line instead, and of each
        /// answer only what stands behind the last such end is given back.
        bash("""
                _atmos() {
                  local line value words current rest directive=4
                  local text=${COMP_LINE:0:COMP_POINT}
                  read -r -a words <<< "$text"
                  case $text in *' ') words+=('') ;; esac
                  rest=${words[${#words[@]}-1]}
                  current=${COMP_WORDS[COMP_CWORD]}
                  case $current in [@=:]) current= ;; esac
                  rest=${rest%"$current"}
                  COMPREPLY=()
                  while IFS= read -r line; do
                    case $line in
                      :[0-9]*) directive=${line#:} ;;
                      _activeHelp_*) ;;
                      *) value=${line%%$'\\t'*}; COMPREPLY+=("${value#"$rest"}") ;;
                    esac
                  done < <(atmos __complete "${words[@]:1}" 2>/dev/null)
                  if ((directive & 2)); then compopt -o nospace 2>/dev/null; fi
                  if ((!(directive & 4) && ${#COMPREPLY[@]} == 0)); then
                    compopt -o filenames 2>/dev/null
                    COMPREPLY=($(compgen -f -- "$current"))
                  fi
                }
                complete -F _atmos atmos"""),
        zsh("""
                #compdef atmos
                _atmos() {
                  local line value about directive=4
                  local -a offers
                  for line in "${(@f)$(atmos __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
                    case $line in
                      :[0-9]*) directive=${line#:} ;;
                      _activeHelp_*|'') ;;
                      *)
                        value=${line%%$'\\t'*}
                        about=${line#"$value"}
                        offers+=("${value//:/\\\\:}:${about#$'\\t'}") ;;
                    esac
                  done
                  if (( ${#offers} )); then
                    _describe -V atmos offers
                  elif (( ! (directive & 4) )); then
                    _files
                  fi
                }
                if [ "$funcstack[1]" = "_atmos" ]; then
                  _atmos "$@"
                else
                  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
                  compdef _atmos atmos
                fi"""),
        fish("""
                function __atmos_complete
                  set -l words (commandline -opc)
                  set -l last (commandline -ct)
                  set -e words[1]
                  set -l answer (atmos __complete $words "$last" 2>/dev/null)
                  string match -rv '^(:\\d+|_activeHelp_.*)$' -- $answer
                  if test (count $answer) -le 1; and contains -- $answer[-1] :0 :2
                    __fish_complete_path "$last"
                  end
                end
                complete -c atmos -e
                complete -c atmos -f -a '(__atmos_complete)'""");

        private final String script;

        Shell(String script) {
            this.script = script;
        }
    }

    private final Terminal terminal;

    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Shell shell;

    public CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().line(shell.script);
        return Atmos.DONE;
    }
}
