package io.atmoshub.toolchain.registry;

import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.toolchain.aqua.AquaPackage;
import io.atmoshub.toolchain.aqua.PackageReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The packages of a registry by name and by command. Only the tables are read at first, and a package when somebody
/// asks for it.
final class PackageIndex {
    /// A stretch of the index's bytes.
    private interface Bytes {
        ByteBuffer at(int from, int length) throws IOException;
    }

    private final String file;
    private final Bytes bytes;
    private final ByteBuffer head;
    private final ByteBuffer tables;
    private final int packages;
    private final int names;
    private final int commands;

    private PackageIndex(String file, Bytes bytes) throws IOException {
        this.file = file;
        this.bytes = bytes;
        this.head = bytes.at(0, IndexWriter.HEAD);
        if (head.getInt(0) != IndexWriter.MAGIC || head.getInt(4) != IndexWriter.VERSION) {
            throw new IOException("no index of this version");
        }
        this.packages = head.getInt(40);
        this.names = head.getInt(44);
        this.commands = head.getInt(48);
        if (packages < 0 || names < 0 || commands < 0) {
            throw new IOException("a damaged index");
        }
        this.tables = bytes.at(IndexWriter.HEAD, Math.multiplyExact(8, packages + names + commands));
    }

    static PackageIndex of(String file, byte[] index) {
        try {
            return new PackageIndex(
                    file, (from, length) -> ByteBuffer.wrap(index, from, length).slice());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws IOException when the index is none, or damaged
    static PackageIndex read(String file, Path index) throws IOException {
        try {
            return new PackageIndex(file, (from, length) -> slice(index, from, length));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new IOException("a damaged index", e);
        }
    }

    byte[] stamp() {
        byte[] stamp = new byte[32];
        head.get(8, stamp);
        return stamp;
    }

    int size() {
        return packages;
    }

    Optional<AquaPackage> find(String name) {
        for (int entry : entries(packages, names, name)) {
            AquaPackage tool = load(entry);
            if (tool.name().equals(name) || tool.aliases().contains(name)) {
                return Optional.of(tool);
            }
        }
        return Optional.empty();
    }

    /// The packages that have a command of this name.
    Set<String> called(String command) {
        var found = new LinkedHashSet<String>();
        for (int entry : entries(packages + names, commands, command)) {
            Summary summary = Summary.of(node(entry));
            if (summary != null && summary.commands().contains(command)) {
                found.add(summary.name());
            }
        }
        return found;
    }

    AquaPackage load(int entry) {
        return PackageReader.read(node(entry));
    }

    List<Summary> summaries() {
        ByteBuffer in = read(head.getInt(52), head.getInt(56));
        var summaries = new ArrayList<Summary>(packages);
        for (int i = 0; i < packages; i++) {
            String name = text(in);
            String description = text(in);
            summaries.add(new Summary(name, texts(in), description, texts(in), new LinkedHashSet<>(texts(in))));
        }
        return summaries;
    }

    private YamlNode node(int entry) {
        return NodeCodec.decode(file, read(tables.getInt(8 * entry), tables.getInt(8 * entry + 4)));
    }

    private List<Integer> entries(int firstRow, int rows, String key) {
        int hash = key.hashCode();
        int low = firstRow;
        int high = firstRow + rows;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tables.getInt(8 * middle) < hash) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        var entries = new ArrayList<Integer>();
        for (int row = low; row < firstRow + rows && tables.getInt(8 * row) == hash; row++) {
            entries.add(tables.getInt(8 * row + 4));
        }
        return entries;
    }

    private ByteBuffer read(int from, int length) {
        try {
            return bytes.at(from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(ByteBuffer in) {
        int size = in.getShort() & 0xFFFF;
        var texts = new ArrayList<String>(size);
        for (int i = 0; i < size; i++) {
            texts.add(text(in));
        }
        return texts;
    }

    private static String text(ByteBuffer in) {
        byte[] utf8 = new byte[in.getShort() & 0xFFFF];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static ByteBuffer slice(Path index, int from, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(index, StandardOpenOption.READ)) {
            if (length < 0 || from < 0 || length > channel.size() - from) {
                throw new IOException("a damaged index");
            }
            ByteBuffer buffer = ByteBuffer.allocate(length);
            int read = 0;
            while (buffer.hasRemaining() && read >= 0) {
                read = channel.read(buffer, from + buffer.position());
            }
            return buffer.flip();
        }
    }
}
