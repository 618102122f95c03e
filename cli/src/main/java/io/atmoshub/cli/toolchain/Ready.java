package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.install.ToolsFolder.Installed;
import io.atmoshub.toolchain.version.VersionWish;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the program that is meant, and installs it first where that is wanted.
record Ready(Toolbox box) {
    /// Nothing when it is not installed.
    Optional<Path> find(Wanted wanted) {
        Optional<ToolId> tool = box.known(wanted.name());
        if (tool.isEmpty()) {
            return Optional.empty();
        }
        String wish = box.wish(wanted, tool.get());
        return wish.equals("system")
                ? onPath(wanted.name())
                : box.installed(tool.get(), wish).flatMap(one -> one.program(wanted.name()));
    }

    /// Where the program was found, as an answer that the launcher can give.
    void keep(String asked, Wanted wanted, Path program) {
        Optional<ToolId> tool = box.known(wanted.name());
        if (tool.isEmpty() || !program.isAbsolute()) {
            return;
        }
        String wish = box.wish(wanted, tool.get());
        if (!(VersionWish.parse(wish) instanceof VersionWish.Exact)) {
            return;
        }
        Path folder = box.tools().of(tool.get(), wish);
        Path called = folder.resolve(wanted.name());
        // Whatever else comes into the folder, these two stay what is meant.
        if (program.equals(called)) {
            KeptAnswer.keep(box, asked, program.toString(), Optional.of(program), List.of());
        } else if (program.equals(folder.resolve(tool.get().name()))) {
            KeptAnswer.keep(box, asked, program.toString(), Optional.of(program), List.of(called));
        }
    }

    Path installedFirst(Wanted wanted) {
        Optional<Path> there = find(wanted);
        if (there.isPresent()) {
            return there.get();
        }
        ToolId tool = box.named(wanted.name());
        String wish = box.wish(wanted, tool);
        if (!box.settings().autoInstall()) {
            throw missing(wanted, wish);
        }
        if (box.settings().confirm() && !agreed(wanted, wish)) {
            throw missing(wanted, wish);
        }
        InstallRun.End end = new InstallRun(box, false, false)
                .install(List.of(new InstallRun.Item(wanted.name(), wish)))
                .getFirst();
        return switch (end) {
            case InstallRun.End.Failed(var item, var why) -> throw why;
            case InstallRun.End.Done done -> {
                box.terminal().err().line("%s installed (%s)".formatted(done.installed(), done.proof()));
                Installed installed = done.installed();
                yield installed.program(wanted.name()).orElseThrow(() -> missing(wanted, wish));
            }
        };
    }

    private boolean agreed(Wanted wanted, String wish) {
        Terminal terminal = box.terminal();
        if (!terminal.interactive()) {
            return false;
        }
        terminal.err().line("%s@%s is not installed. Install it? (y/n)".formatted(wanted.name(), wish));
        int key = terminal.keys().next(() -> true);
        while (key >= 0 && key != 'y' && key != 'n') {
            key = terminal.keys().next(() -> true);
        }
        return key == 'y';
    }

    ToolchainException missing(Wanted wanted, String wish) {
        return new ToolchainException(
                "%s@%s is not installed.".formatted(wanted.name(), wish),
                "Install it: atmos toolchain install " + words(wanted.name() + "@" + wish));
    }

    /// As a shell takes it.
    private static String words(String word) {
        return word.matches("[\\w./@+-]+") ? word : "'" + word + "'";
    }

    /// Not among our own links: those would lead back here.
    Optional<Path> onPath(String name) {
        return Stream.of(box.terminal().environment().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(name))
                .filter(file ->
                        file.isAbsolute() && !file.startsWith(box.tools().root()))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
