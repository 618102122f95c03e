package io.atmoshub.toolchain.install;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.fetch.Disk;
import io.atmoshub.toolchain.install.ToolsFolder.Installed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Looks whether an installed tool is still what was installed.
public final class Audit {
    private Audit() {}

    /// What was found.
    public sealed interface Finding {
        Installed installed();

        record Intact(Installed installed, InstallRecord installRecord) implements Finding {}

        /// Put there by hand: nobody knows what it should be.
        record Unrecorded(Installed installed) implements Finding {}

        /// Files that are not what they were, or are new, or are gone.
        record Changed(Installed installed, List<String> files) implements Finding {}

        /// Whole, but not what the lock file asks for.
        record NotAsLocked(Installed installed, Checksum locked, String sha256) implements Finding {}
    }

    public static Finding of(Installed installed, Optional<Checksum> locked) {
        Optional<InstallRecord> known = installed.installRecord();
        if (known.isEmpty()) {
            return new Finding.Unrecorded(installed);
        }
        List<String> changed;
        try {
            changed = changes(known.get().files(), FileSums.of(installed.folder()));
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
        if (!changed.isEmpty()) {
            return new Finding.Changed(installed, changed);
        }
        Optional<Checksum> other = locked.filter(one -> one.algorithm() == Checksum.Algorithm.SHA256
                && !one.hex().equals(known.get().sha256()));
        return other.isPresent()
                ? new Finding.NotAsLocked(installed, other.get(), known.get().sha256())
                : new Finding.Intact(installed, known.get());
    }

    private static List<String> changes(Map<String, String> before, Map<String, String> now) {
        var changes = new ArrayList<String>();
        before.keySet().stream()
                .sorted()
                .filter(name -> !Objects.equals(before.get(name), now.get(name)))
                .forEach(name -> changes.add(name + (now.containsKey(name) ? " was changed" : " is gone")));
        now.keySet().stream()
                .sorted()
                .filter(name -> !before.containsKey(name))
                .forEach(name -> changes.add(name + " is new"));
        return changes;
    }
}
