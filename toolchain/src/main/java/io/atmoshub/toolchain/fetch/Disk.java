package io.atmoshub.toolchain.fetch;

import io.atmoshub.toolchain.ToolchainException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/// What a person can do about a disk that does not take what should be written.
public final class Disk {
    private Disk() {}

    public static boolean full(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left")
                || message.contains("not enough space")
                || message.contains("quota exceeded");
    }

    public static ToolchainException trouble(IOException failure) {
        String where = failure instanceof FileSystemException file && file.getFile() != null ? file.getFile() : "";
        if (full(failure)) {
            return new ToolchainException(
                    where.isEmpty() ? "The disk is full." : "The disk is full; %s can't be written.".formatted(where),
                    "Nothing was left half done. Make room (atmos toolchain clean --cache helps), then run it again.",
                    failure);
        }
        if (failure instanceof AccessDeniedException
                || failure.getCause() instanceof ReadOnlyFileSystemException
                || String.valueOf(failure.getMessage()).contains("Read-only")) {
            return new ToolchainException(
                    "%s can't be written or read.".formatted(where.isEmpty() ? "A file" : where),
                    "Check whose it is, or choose another folder: ATMOS_TOOLCHAIN_PATH for tools, toolchain.cache.dir"
                            + " for downloads.",
                    failure);
        }
        return new ToolchainException(
                "A file can't be written or read: %s: %s"
                        .formatted(failure.getClass().getSimpleName(), failure.getMessage()),
                "Check the folder and the disk.",
                failure);
    }
}
