package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Keys;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.pin.Pin;
import io.atmoshub.toolchain.version.VersionWish;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells a person, once a day, which pinned tools have newer versions: as far as registries said so when they
/// were asked last, for nobody should wait for it.
final class UpgradeNotice {
    /// Commands for scripts and shells, and the one that says it anyway.
    private static final Set<String> WITHOUT =
            Set.of("activate", "env", "exec", "path", "resolve", "update", "upgrade", "which");

    private static final Duration PAUSE = Duration.ofDays(1);
    private static final int MOST = 5;

    private final Terminal terminal;
    private final GlobalOptions options;

    UpgradeNotice(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    void after(String command, Toolbox box) {
        if (!terminal.interactive() || WITHOUT.contains(command) || !wanted(box) || !due(box)) {
            return;
        }
        List<String> newer = newer();
        if (!newer.isEmpty()) {
            String others = newer.size() > MOST ? " and %d more".formatted(newer.size() - MOST) : "";
            terminal.err()
                    .line(
                            Screen.Style.FAINT,
                            "There are newer versions: %s%s. Pin them: atmos toolchain update --all"
                                    .formatted(
                                            String.join(", ", newer.subList(0, Math.min(MOST, newer.size()))), others));
        }
    }

    private boolean wanted(Toolbox box) {
        boolean ci = !terminal.environment().getOrDefault("CI", "").isBlank();
        String variable = terminal.environment().getOrDefault("ATMOS_TOOLCHAIN_UPGRADE_NOTICES", "");
        String set = variable.isBlank() && box.section() != null ? box.section().text("upgrade_notices") : variable;
        return !ci && !"false".equals(set);
    }

    /// A cache that can't be written would mean to say it every time.
    private static boolean due(Toolbox box) {
        Path last = box.settings().cacheFolder().resolve("upgrade-notice");
        try {
            Instant now = Instant.now();
            if (Files.exists(last)) {
                Duration age = Duration.between(Files.getLastModifiedTime(last).toInstant(), now);
                if (!age.isNegative() && age.compareTo(PAUSE) < 0) {
                    return false;
                }
                Files.setLastModifiedTime(last, FileTime.from(now));
                return true;
            }
            Files.createDirectories(box.settings().cacheFolder());
            Files.createFile(last);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> newer() {
        var newer = new ArrayList<String>();
        try (var known = new Toolbox(silent(), options, true)) {
            for (Pin pin : known.pins().all()) {
                newest(known, pin).ifPresent(version -> newer.add("%s %s".formatted(pin.name(), version)));
            }
        } catch (ToolchainException e) {
            newer.clear();
        }
        return newer;
    }

    private static Optional<String> newest(Toolbox known, Pin pin) {
        Optional<ToolId> tool = known.known(pin.name());
        if (tool.isEmpty() || !pin.version().matches("v?\\d.*")) {
            return Optional.empty();
        }
        try {
            String newest = known.catalog().version(tool.get(), "latest");
            return VersionWish.order().compare(newest, pin.version()) > 0 ? Optional.of(newest) : Optional.empty();
        } catch (ToolchainException e) {
            // Nobody asked for it lately.
            return Optional.empty();
        }
    }

    /// What can't be told without the network is no news here.
    private Terminal silent() {
        var nowhere = new Screen(new PrintStream(OutputStream.nullOutputStream()), false);
        return new Terminal(
                nowhere,
                nowhere,
                InputStream.nullInputStream(),
                true,
                false,
                wanted -> Keys.NONE,
                cleanUp -> () -> {},
                terminal.environment(),
                terminal.folder());
    }
}
