package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.VersionCommand;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.Installable;
import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.fetch.Cache;
import io.atmoshub.toolchain.fetch.Disk;
import io.atmoshub.toolchain.fetch.Downloads;
import io.atmoshub.toolchain.lock.LockFile;
import io.atmoshub.toolchain.pin.Pin;
import io.atmoshub.toolchain.verify.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos toolchain lock`.
@Command(
        name = "lock",
        description =
                "Writes down what exactly each pinned version is: address, checksum and size. It fetches and checks"
                        + " each once.",
        footer = {
            "",
            "Examples:",
            "  atmos toolchain lock",
            "  atmos toolchain lock --platform linux/amd64,darwin/arm64"
        })
final class LockCommand extends ToolchainAction {
    @Parameters(paramLabel = "TOOL", arity = "0..*", description = "Which tools; without any, all that are pinned.")
    private List<String> named = List.of();

    @Option(
            names = "--platform",
            split = ",",
            paramLabel = "OS/ARCH",
            description = "For which platforms; without any, this one.")
    private List<String> platforms = List.of();

    @Option(names = "--check", description = "Changes nothing; fails when something pinned is not locked.")
    private boolean check;

    LockCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    @Override
    int run(Toolbox box) {
        Path file = box.settings().lockFile();
        LockFile lock = LockFile.read(file);
        Set<Platform> wanted = new LinkedHashSet<>();
        platforms.forEach(text -> wanted.add(Platform.of(text)));
        if (wanted.isEmpty()) {
            wanted.add(Platform.current());
        }
        int code = Atmos.DONE;
        var missing = new ArrayList<String>();
        for (Pin pin : pins(box)) {
            for (String version : pin.versions()) {
                for (Platform platform : wanted) {
                    try {
                        if (!locked(box, lock, pin, version, platform)) {
                            missing.add("%s@%s for %s".formatted(pin.name(), version, platform));
                        }
                    } catch (ToolchainException e) {
                        code = Atmos.FAILED;
                        err().line(Screen.Style.BAD, "%s@%s: %s".formatted(pin.name(), version, e.what()));
                        err().line(e.hint());
                    }
                }
            }
        }
        if (!check) {
            lock.write(file, VersionCommand.version());
        }
        missing.forEach(one -> err().line(one + " is not locked."));
        if (json()) {
            out().json(Map.of("file", file.toString(), "missing", missing));
        } else if (!check) {
            out().line(file.toString());
        }
        return missing.isEmpty() ? code : Atmos.FAILED;
    }

    private List<Pin> pins(Toolbox box) {
        return named.isEmpty()
                ? box.pins().all()
                : named.stream()
                        .map(name -> box.pin(name, box.named(name))
                                .orElseThrow(() -> new ToolchainException(
                                        "%s is not pinned.".formatted(name),
                                        "Pin it: atmos toolchain add %s".formatted(name))))
                        .toList();
    }

    /// False when it is not, and nothing may be changed.
    private boolean locked(Toolbox box, LockFile lock, Pin pin, String wish, Platform platform) {
        if (wish.equals("system")) {
            return true;
        }
        ToolId tool = box.named(pin.name());
        if (check) {
            return lock.find(tool, wish, platform).isPresent();
        }
        Installable what = box.catalog().resolve(tool, box.catalog().version(tool, wish), platform);
        Downloads downloads = box.downloads();
        Optional<LockFile.Entry> before = lock.find(tool, what.version(), platform);
        try (Cache.Hit hit = downloads.file(
                what.addresses(),
                before.map(LockFile.Entry::checksum).orElse(null),
                Map.of(),
                what + " for " + platform)) {
            String proof =
                    Verifier.summary(box.verifier(downloads).check(what, hit, before.map(LockFile.Entry::checksum)));
            if (before.isEmpty()) {
                lock.put(
                        tool,
                        what.version(),
                        platform,
                        new LockFile.Entry(what.address(), hit.sha256(), hit.size(), Optional.of(proof)));
                err().line("%s locked for %s (%s)".formatted(what, platform, proof));
            }
            return true;
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
    }
}
