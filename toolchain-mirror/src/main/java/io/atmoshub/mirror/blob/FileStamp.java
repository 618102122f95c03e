package io.atmoshub.mirror.blob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;

/// How a file looks from outside. Whoever writes to it changes its `ctime`, which no program can set back.
record FileStamp(Object file, long size, FileTime modified, Object changed) {
    static FileStamp of(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            var seen = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(
                    Objects.requireNonNullElse(seen.fileKey(), ""),
                    seen.size(),
                    seen.lastModifiedTime(),
                    seen.creationTime());
        }
        Map<String, Object> seen = Files.readAttributes(file, "unix:ino,size,lastModifiedTime,ctime");
        return new FileStamp(
                Objects.requireNonNull(seen.get("ino")),
                (Long) Objects.requireNonNull(seen.get("size")),
                (FileTime) Objects.requireNonNull(seen.get("lastModifiedTime")),
                Objects.requireNonNull(seen.get("ctime")));
    }
}
