package io.atmoshub.cli.door;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The next `atmos` on the PATH that is none of ours.
///
/// @param path as the variable has it
/// @param back programs that only lead back here
record NextAtmos(String path, Self self, List<Path> back) {
    Optional<Path> find() {
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(NextAtmos::in)
                .filter(program -> !back.contains(program) && !self.is(program))
                .findFirst();
    }

    /// A relative folder on the PATH would mean another program in every folder, so those don't count.
    private static Stream<Path> in(String folder) {
        try {
            Path place = Path.of(folder);
            return Stream.of("atmos", "atmos.exe")
                    .map(place::resolve)
                    .filter(program ->
                            program.isAbsolute() && Files.isRegularFile(program) && Files.isExecutable(program));
        } catch (InvalidPathException e) {
            return Stream.of();
        }
    }
}
