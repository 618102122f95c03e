package io.atmoshub.toolchain.install;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.fetch.Hashing;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the files below a folder are: the SHA-256 of each, or where a link leads.
final class FileSums {
    private FileSums() {}

    static Map<String, String> of(Path folder) throws IOException {
        var sums = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (Files.isSymbolicLink(file)) {
                    sums.put(name, "-> " + Files.readSymbolicLink(file));
                } else if (Files.isRegularFile(file) && !name.equals(InstallRecord.FILE)) {
                    sums.put(name, sum(file));
                }
            }
        }
        return sums;
    }

    private static String sum(Path file) throws IOException {
        try (FileChannel open = FileChannel.open(file)) {
            return Hashing.of(open, Checksum.Algorithm.SHA256).hex();
        }
    }
}
