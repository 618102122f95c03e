package io.atmoshub.stacks.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What a file looks like from outside: enough to tell most changes without reading it.
record Stamp(long changed, long size, @Nullable Object identity) {
    private static final Stamp ABSENT = new Stamp(0, -1, null);

    /// Some file systems count in steps of two seconds: within them a change need not show.
    private static final long COARSEST = 2_000;

    static Stamp of(BasicFileAttributes attributes) {
        return new Stamp(
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                attributes.isDirectory() ? 0 : attributes.size(),
                attributes.fileKey());
    }

    /// Also of what is not there.
    static Stamp of(Path path) {
        try {
            return of(Files.readAttributes(path, BasicFileAttributes.class));
        } catch (IOException e) {
            return ABSENT;
        }
    }

    /// Whether a change after it was read could leave it as it is.
    boolean isDoubtful(long readAtMillis) {
        return changed / 1_000_000 > readAtMillis - COARSEST;
    }
}
