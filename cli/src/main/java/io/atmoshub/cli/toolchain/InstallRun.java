package io.atmoshub.cli.toolchain;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.Installable;
import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.install.InstallRecord;
import io.atmoshub.toolchain.install.Installer;
import io.atmoshub.toolchain.install.ToolsFolder.Installed;
import io.atmoshub.toolchain.lock.LockFile;
import io.atmoshub.toolchain.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Installs several tools, some at once. One that fails stops no other.
final class InstallRun {
    private final Toolbox box;
    private final boolean again;
    private final boolean frozen;
    private final LockFile lock;

    InstallRun(Toolbox box, boolean again, boolean frozen) {
        this.box = box;
        this.again = again;
        this.frozen = frozen;
        this.lock = LockFile.read(box.settings().lockFile());
    }

    /// A tool and the version wished for; `name` is what it was called.
    record Item(String name, String version) {
        @Override
        public String toString() {
            return name + "@" + version;
        }
    }

    /// How one ended.
    sealed interface End {
        Item wish();

        record Done(Item wish, Installer.Outcome outcome) implements End {
            Installed installed() {
                return outcome.installed();
            }

            /// For a person: where from, and what proved it.
            String proof() {
                return outcome.installRecord()
                        .map(InstallRecord::checks)
                        .map(Verifier::summary)
                        .orElse("put there by hand");
            }
        }

        record Failed(Item wish, ToolchainException why) implements End {}
    }

    List<End> install(List<Item> wishes) {
        List<End> there = wishes.stream().flatMap(wish -> there(wish).stream()).toList();
        List<End> ends = there.size() == wishes.size() ? there : someAtOnce(wishes);
        writeLock(ends);
        return ends;
    }

    /// Neither registries nor cache are opened for what is there already.
    private Optional<End> there(Item wish) {
        return again || frozen
                ? Optional.empty()
                : box.known(wish.name())
                        .flatMap(tool -> box.installed(tool, wish.version()))
                        .map(installed -> new End.Done(wish, new Installer.Outcome(installed, false)));
    }

    private List<End> someAtOnce(List<Item> wishes) {
        Installer installer = box.installer();
        var ends = new ArrayList<End>();
        try (ExecutorService some = Executors.newFixedThreadPool(
                box.settings().atOnce(), Thread.ofVirtual().factory())) {
            List<Future<End>> running = wishes.stream()
                    .map(wish -> some.submit(() -> end(installer, wish)))
                    .toList();
            for (Future<End> one : running) {
                ends.add(one.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolchainException("Interrupted.", "Run it again; what was fetched so far is kept.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return ends;
    }

    private End end(Installer installer, Item wish) {
        try {
            return new End.Done(wish, one(installer, wish));
        } catch (ToolchainException e) {
            return new End.Failed(wish, e);
        }
    }

    private Installer.Outcome one(Installer installer, Item wish) {
        ToolId tool = box.named(wish.name());
        Optional<Installed> there = again || frozen ? Optional.empty() : box.installed(tool, wish.version());
        if (there.isPresent()) {
            return new Installer.Outcome(there.get(), false);
        }
        Installable what;
        synchronized (this) {
            // Registries are read by one at a time; downloads run beside each other.
            String version = box.catalog().version(tool, wish.version());
            what = locked(box.catalog().resolve(tool, version, Platform.current()));
        }
        Optional<Checksum> sum = entry(what).map(LockFile.Entry::checksum);
        Installer.Outcome outcome = installer.install(what, sum, again);
        synchronized (this) {
            box.names().remember(wish.name(), tool);
        }
        if (frozen) {
            checkThere(outcome, sum);
        }
        return outcome;
    }

    /// The address comes from the lock file, when there is one.
    private Installable locked(Installable what) {
        Optional<LockFile.Entry> entry = entry(what);
        if (entry.isEmpty()) {
            if (frozen) {
                throw new ToolchainException(
                        "%s is not in the lock file for %s.".formatted(what, what.platform()),
                        "Lock it where that is wanted, and commit the file: atmos toolchain lock --platform "
                                + what.platform());
            }
            return what;
        }
        var addresses = new ArrayList<>(List.of(entry.get().url()));
        if (!frozen) {
            addresses.addAll(what.addresses());
        }
        return new Installable(
                what.tool(),
                what.version(),
                what.platform(),
                addresses.stream().distinct().toList(),
                what.assetName(),
                what.packing(),
                what.programs(),
                what.checksums(),
                what.signatures());
    }

    private boolean locked(Installed installed) {
        return lock.find(installed.tool(), installed.version(), Platform.current())
                .isPresent();
    }

    private Optional<LockFile.Entry> entry(Installable what) {
        return box.settings().useLock() || frozen
                ? lock.find(what.tool(), what.version(), what.platform())
                : Optional.empty();
    }

    /// In CI an install from elsewhere does not count.
    private static void checkThere(Installer.Outcome outcome, Optional<Checksum> sum) {
        boolean same = outcome.installRecord()
                .filter(one -> sum.filter(wanted -> wanted.algorithm() != Checksum.Algorithm.SHA256
                                || wanted.hex().equals(one.sha256()))
                        .isPresent())
                .isPresent();
        if (!outcome.fresh() && !same) {
            throw new ToolchainException(
                    "%s is there, but not as the lock file wants it.".formatted(outcome.installed()),
                    "Install it anew: atmos toolchain install --frozen --reinstall");
        }
    }

    /// Only a lock file that is there is kept up to date: whether to have one, its project decides.
    private void writeLock(List<End> ends) {
        if (frozen || lock.isEmpty() || !box.settings().useLock()) {
            return;
        }
        for (End end : ends) {
            if (end instanceof End.Done done && (done.outcome().fresh() || !locked(done.installed()))) {
                done.outcome().installRecord().ifPresent(one -> LockedRecord.add(lock, one));
            }
        }
        lock.write(box.settings().lockFile(), LockedRecord.productVersion());
    }
}
