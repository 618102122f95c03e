package io.atmoshub.cli.door;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.Failure;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.Words;
import io.atmoshub.cli.terminal.Programs;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.cli.toolchain.Become;
import io.atmoshub.cli.toolchain.Become.Changes;
import io.atmoshub.cli.toolchain.ToolsHere;
import io.atmoshub.project.ProjectException;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.ToolchainException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets an Atmos take over a call: with the tools it needs on its PATH, and in our place, so that signals, terminal and
/// exit code are its own.
public final class HandOver {
    private final Terminal terminal;
    private final Words words;
    private final GlobalOptions options;
    private final boolean replace;

    /// @param replace whether this process becomes that program; else it runs beside us, and we go on afterwards
    public HandOver(Terminal terminal, Words words, GlobalOptions options, boolean replace) {
        this.terminal = terminal;
        this.words = words;
        this.options = options;
        this.replace = replace;
    }

    /// To the Atmos that is asked for, installed first.
    public int to(Way.Pinned way) {
        AtmosPin pin = way.pin();
        try (var tools = new ToolsHere(terminal, options)) {
            Path program = installed(tools, pin);
            Map<String, String> variables = new LinkedHashMap<>();
            if (pin.byPerson()) {
                // Else it would go on to the version that the project asks for.
                variables.put("ATMOS_VERSION_USE", pin.version());
            }
            return to(program, without("--use-version", words.given()), tools, Optional.of(pin), variables);
        }
    }

    /// To one on the PATH.
    public int to(Way.Next way) {
        ToolsHere tools;
        try {
            tools = new ToolsHere(terminal, options);
        } catch (ToolchainException | ProjectException | YamlException | Failure e) {
            // Tools are not managed here, or files can't be read; that one says so itself.
            return to(way.program(), words.given(), List.of(), Map.of());
        }
        try (tools) {
            return to(way.program(), words.given(), tools, way.pin(), Map.of());
        }
    }

    /// Lets an Atmos that is there complete a command line. Nothing is installed or said at such a moment.
    public int completing(Way way) {
        Optional<Path> program =
                switch (way) {
                    case Way.Next next -> Optional.of(next.program());
                    case Way.Pinned pinned -> {
                        try (var tools = new ToolsHere(terminal, options)) {
                            yield tools.installed(
                                    FrontDoor.ATMOS.value(), pinned.pin().version());
                        }
                    }
                    case Way.Ours _, Way.Nobody _ -> Optional.empty();
                };
        return program.map(it -> to(it, words.given(), List.of(), Map.of())).orElse(Atmos.DONE);
    }

    private static Path installed(ToolsHere tools, AtmosPin pin) {
        try {
            return tools.program(FrontDoor.ATMOS.value(), pin.version());
        } catch (ToolchainException e) {
            throw new ToolchainException(
                    "Atmos %s is asked for (%s), but can't be had: %s".formatted(pin.version(), pin.from(), e.what()),
                    "%s To go on without it: %s=off".formatted(e.hint(), FrontDoor.SWITCH),
                    e);
        }
    }

    private int to(
            Path program,
            List<String> arguments,
            ToolsHere tools,
            Optional<AtmosPin> pin,
            Map<String, String> variables) {
        List<Path> folders = new Needs(terminal, words, options, tools).folders(arguments);
        if (Trail.of(terminal.environment()).depth() == 0) {
            new Announcement(terminal, tools.cache()).of(program, pin);
        }
        return to(program, arguments, folders, variables);
    }

    private int to(Path program, List<String> arguments, List<Path> folders, Map<String, String> variables) {
        var all = new LinkedHashMap<>(variables);
        all.putAll(
                arrived(terminal, words).next(program, ProcessHandle.current().pid(), asked(terminal, words)));
        var changes = new Changes(folders, all);
        if (replace) {
            return Become.program(program, arguments, changes, terminal);
        }
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(arguments);
        try {
            return Programs.run(terminal, command, terminal.folder(), changes.to(terminal.environment()));
        } catch (IOException e) {
            throw Failure.of("%s can't be run: %s".formatted(program, e.getMessage()), "Is it made for this machine?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Atmos.FAILED;
        }
    }

    static Trail arrived(Terminal terminal, Words words) {
        return Trail.of(terminal.environment()).arrived(ProcessHandle.current().pid(), asked(terminal, words));
    }

    /// What tells one call from another.
    private static String asked(Terminal terminal, Words words) {
        return Checksum.sha256(terminal.folder() + "\0" + String.join("\0", words.given()))
                .hex()
                .substring(0, 16);
    }

    private static List<String> without(String option, List<String> arguments) {
        var kept = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).equals("--")) {
                kept.addAll(arguments.subList(i, arguments.size()));
                break;
            }
            if (arguments.get(i).equals(option)) {
                i++;
            } else if (!arguments.get(i).startsWith(option + "=")) {
                kept.add(arguments.get(i));
            }
        }
        return kept;
    }
}
