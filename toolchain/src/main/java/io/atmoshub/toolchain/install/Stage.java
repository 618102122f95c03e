package io.atmoshub.toolchain.install;

import io.atmoshub.toolchain.Guard;
import io.atmoshub.toolchain.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// A folder beside the tools in which one is made ready. It is held while its process lives; what processes left that
/// were killed is cleaned away by the next.
final class Stage implements AutoCloseable {
    private final Path folder;
    private final Path lock;
    private final Guard guard;

    private Stage(Path folder, Path lock, Guard guard) {
        this.folder = folder;
        this.lock = lock;
        this.guard = guard;
    }

    static Stage in(ToolsFolder tools) throws IOException {
        Path all = Files.createDirectories(tools.own("staging"));
        // Whoever cleans away must not see a stage before it is held.
        try (Guard _ = Guard.of(tools.own("locks").resolve("staging.lock"))) {
            sweep(all);
            String name = UUID.randomUUID().toString();
            Path lock = all.resolve(name + ".lock");
            Guard guard = Guard.of(lock);
            return new Stage(Files.createDirectory(all.resolve(name)), lock, guard);
        }
    }

    private static void sweep(Path all) throws IOException {
        try (Stream<Path> left = Files.list(all)) {
            for (Path lock :
                    (Iterable<Path>) left.filter(file -> file.toString().endsWith(".lock"))::iterator) {
                Optional<Guard> free = Guard.ifFree(lock);
                if (free.isPresent()) {
                    String name = lock.getFileName().toString();
                    WholeFile.delete(all.resolve(name.substring(0, name.length() - ".lock".length())));
                    Files.deleteIfExists(lock);
                    free.get().close();
                }
            }
        }
    }

    Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() throws IOException {
        try {
            WholeFile.delete(folder);
        } finally {
            Files.deleteIfExists(lock);
            guard.close();
        }
    }
}
