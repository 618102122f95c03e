package io.atmoshub.toolchain.install;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.Guard;
import io.atmoshub.toolchain.Installable;
import io.atmoshub.toolchain.Progress;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.WholeFile;
import io.atmoshub.toolchain.fetch.Cache;
import io.atmoshub.toolchain.fetch.Disk;
import io.atmoshub.toolchain.fetch.Downloads;
import io.atmoshub.toolchain.install.ToolsFolder.Installed;
import io.atmoshub.toolchain.unpack.Unpacker;
import io.atmoshub.toolchain.verify.Check;
import io.atmoshub.toolchain.verify.Verifier;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fetches, checks, unpacks and puts tools into their folder. Whenever anybody looks, and wherever we are killed, a
/// version is there whole or not at all.
public final class Installer {
    private final ToolsFolder tools;
    private final Downloads downloads;
    private final Verifier verifier;
    private final Unpacker unpacker;
    private final Progress progress;

    public Installer(ToolsFolder tools, Downloads downloads, Verifier verifier, Unpacker unpacker, Progress progress) {
        this.tools = tools;
        this.downloads = downloads;
        this.verifier = verifier;
        this.unpacker = unpacker;
        this.progress = progress;
    }

    /// What came of it: `fresh` when it was not there before.
    public record Outcome(Installed installed, boolean fresh) {
        /// Read only when somebody wants to know. Nothing for one that was put there by hand.
        public Optional<InstallRecord> installRecord() {
            return installed.installRecord();
        }
    }

    /// One that is there stays as it is, unless `again`. `locked` is the lock file's checksum.
    public Outcome install(Installable what, Optional<Checksum> locked, boolean again) {
        try {
            Optional<Installed> there = again ? Optional.empty() : tools.find(what.tool(), what.version());
            if (there.isPresent()) {
                return new Outcome(there.get(), false);
            }
            try (Guard _ = Guard.of(tools.lock(what.tool(), what.version()))) {
                // Another process may have put it there while we waited.
                there = again ? Optional.empty() : tools.find(what.tool(), what.version());
                return there.isPresent() ? new Outcome(there.get(), false) : put(what, locked);
            }
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
    }

    private Outcome put(Installable what, Optional<Checksum> locked) throws IOException {
        Path folder = tools.of(what.tool(), what.version());
        try (Stage stage = Stage.in(tools);
                Checked checked = fetch(what, locked)) {
            Cache.Hit download = checked.download();
            Path unpacked = stage.folder("unpacked");
            unpacker.unpack(download, what.packing(), what.programs().getFirst().source(), unpacked);
            Path ready = stage.path("ready");
            Map<String, String> programs = Layout.arrange(what, unpacked, ready);
            var installRecord = new InstallRecord(
                    what.tool().value(),
                    what.version(),
                    what.platform().toString(),
                    what.address().toString(),
                    what.assetName(),
                    download.sha256().hex(),
                    download.size(),
                    checked.checks(),
                    programs,
                    FileSums.of(ready),
                    Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            Files.writeString(ready.resolve(InstallRecord.FILE), installRecord.json());
            Files.createDirectories(folder.getParent());
            if (Files.exists(folder)) {
                // For this moment there is none: never half of one.
                WholeFile.move(folder, stage.path("old"));
            }
            WholeFile.move(ready, folder);
            remember("installed", installRecord);
            return new Outcome(new Installed(what.tool(), what.version(), folder), true);
        }
    }

    private record Checked(Cache.Hit download, List<Check> checks) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            download.close();
        }
    }

    /// A file that was here and fails the checks is fetched once more: it may be the cache that is wrong.
    private Checked fetch(Installable what, Optional<Checksum> locked) throws IOException {
        while (true) {
            Cache.Hit download = downloads.file(what.addresses(), locked.orElse(null), Map.of(), what.toString());
            try {
                return new Checked(download, verifier.check(what, download, locked));
            } catch (ToolchainException | IOException e) {
                download.close();
                if (download.fresh() || downloads.offline() || e instanceof IOException) {
                    throw e;
                }
                what.addresses().forEach(downloads::distrust);
            }
        }
    }

    /// Whether there was one.
    public boolean uninstall(ToolId tool, String version) {
        Path folder = tools.of(tool, version);
        try (Guard _ = Guard.of(tools.lock(tool, version))) {
            if (!Files.isDirectory(folder)) {
                return false;
            }
            try (Stage stage = Stage.in(tools)) {
                Optional<InstallRecord> gone = tools.find(tool, version).flatMap(Installer::readable);
                WholeFile.move(folder, stage.path("old"));
                gone.ifPresent(one -> remember("uninstalled", one));
            }
            tidy(tool);
            return true;
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
    }

    private static Optional<InstallRecord> readable(Installed installed) {
        try {
            return installed.installRecord();
        } catch (ToolchainException e) {
            return Optional.empty();
        }
    }

    private void tidy(ToolId tool) throws IOException {
        Path home = tools.of(tool);
        Path latest = home.resolve(ToolsFolder.LATEST);
        List<Installed> left = tools.find(tool);
        if (Files.exists(latest) && left.stream().noneMatch(one -> one.version().equals(pointed(latest)))) {
            Files.delete(latest);
        }
        for (Path folder = home; folder != null && !folder.equals(tools.root()); folder = folder.getParent()) {
            try {
                Files.delete(folder);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    private static String pointed(Path latest) {
        try {
            return Files.readString(latest).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /// Who installed what, line by line, for those who look into it later. That it can't be written stops nobody.
    private void remember(String deed, InstallRecord what) {
        String line = "%s\t%s\t%s@%s\t%s\tsha256:%s\t%s\t%s%n"
                .formatted(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        deed,
                        what.tool(),
                        what.version(),
                        what.platform(),
                        what.sha256(),
                        what.url(),
                        Verifier.summary(what.checks()));
        try (FileChannel log = FileChannel.open(
                tools.own("installs.log"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND)) {
            log.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            progress.say("The account of installs can't be written: " + e.getMessage());
        }
    }
}
