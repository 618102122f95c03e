package io.atmoshub.stacks.render;

import io.atmoshub.gotemplate.GoFile;
import io.atmoshub.project.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// A file that templates may read.
record ReadableFile(Path path, Limits limits) implements GoFile {
    @Override
    public boolean exists() {
        return Files.exists(path);
    }

    @Override
    public boolean isFolder() {
        return Files.isDirectory(path);
    }

    @Override
    public long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Instant modified() {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] read(int most) throws IOException {
        byte[] bytes = limits.bytes(path);
        if (bytes.length > most) {
            throw new IOException("%s is longer than %d bytes".formatted(path, most));
        }
        return bytes;
    }

    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
