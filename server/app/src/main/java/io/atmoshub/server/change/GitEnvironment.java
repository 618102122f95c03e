package io.atmoshub.server.change;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/// Git without what the machine has set for it: no configuration of the user or the system is read, and none written.
final class GitEnvironment {
    private GitEnvironment() {}

    static void none() {
        SystemReader.setInstance(new SystemReader.Delegate(SystemReader.getInstance()) {
            @Override
            public FileBasedConfig openUserConfig(Config parent, FS fs) {
                return nothing(parent, fs);
            }

            @Override
            public FileBasedConfig openSystemConfig(Config parent, FS fs) {
                return nothing(parent, fs);
            }

            @Override
            public FileBasedConfig openJGitConfig(Config parent, FS fs) {
                return nothing(parent, fs);
            }
        });
    }

    static Repository open(Path folder) throws IOException {
        return new FileRepositoryBuilder()
                .setGitDir(folder.resolve(".git").toFile())
                .setMustExist(true)
                .build();
    }

    private static FileBasedConfig nothing(Config parent, FS fs) {
        return new FileBasedConfig(parent, null, fs) {
            @Override
            public void load() {
                // There is nothing to read.
            }

            @Override
            public void save() {
                // What is learned about this machine is learned again at the next start.
            }

            @Override
            public boolean isOutdated() {
                return false;
            }
        };
    }
}
