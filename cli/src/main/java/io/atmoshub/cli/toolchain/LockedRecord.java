package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.VersionCommand;
import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.install.InstallRecord;
import io.atmoshub.toolchain.lock.LockFile;
import io.atmoshub.toolchain.verify.Verifier;
import java.net.URI;
import java.util.Optional;

/// Puts what was installed into the lock file.
final class LockedRecord {
    private LockedRecord() {}

    static void add(LockFile lock, InstallRecord installed) {
        var tool = new ToolId(installed.tool());
        Platform platform = Platform.of(installed.platform());
        if (lock.find(tool, installed.version(), platform).isEmpty()) {
            lock.put(
                    tool,
                    installed.version(),
                    platform,
                    new LockFile.Entry(
                            URI.create(installed.url()),
                            new Checksum(Checksum.Algorithm.SHA256, installed.sha256()),
                            installed.size(),
                            Optional.of(Verifier.summary(installed.checks()))));
        }
    }

    static String productVersion() {
        return VersionCommand.version();
    }
}
