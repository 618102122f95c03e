package io.atmoshub.toolchain.registry;

import io.atmoshub.project.yaml.YamlNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Writes the index of a registry: a head, tables of hashes, then each package's YAML in few bytes, then the summaries.
final class IndexWriter {
    static final int MAGIC = 0x41545258;
    static final int VERSION = 1;
    static final int HEAD = 64;

    private record Row(int hash, int entry) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            return hash == other.hash ? Integer.compare(entry, other.entry) : Integer.compare(hash, other.hash);
        }
    }

    private final List<byte[]> packages = new ArrayList<>();
    private final List<Summary> summaries = new ArrayList<>();
    /// As for Aqua, the first package of a name has it.
    private final Map<String, Integer> names = new HashMap<>();

    private final Map<String, Set<Integer>> commands = new LinkedHashMap<>();

    /// @param stamp what the index was made from, so that nobody takes it for that of something else
    static byte[] index(String file, String text, byte[] stamp) {
        var writer = new IndexWriter();
        new RegistryText(file, text).packages(Entry::of).forEach(writer::add);
        return writer.bytes(stamp);
    }

    /// A package ready to be written; without a summary it has no name, and nobody can ask for it.
    record Entry(Optional<Summary> summary, ByteBuffer bytes) {
        static Entry of(YamlNode node) {
            return new Entry(Optional.ofNullable(Summary.of(node)), ByteBuffer.wrap(NodeCodec.encode(node)));
        }
    }

    void add(YamlNode node) {
        add(Entry.of(node));
    }

    private void add(Entry ready) {
        ready.summary().ifPresent(summary -> add(summary, ready.bytes().array()));
    }

    private void add(Summary summary, byte[] bytes) {
        int entry = packages.size();
        if (names.putIfAbsent(summary.name(), entry) != null) {
            return;
        }
        summary.aliases().forEach(alias -> names.putIfAbsent(alias, entry));
        summary.commands()
                .forEach(command -> commands.computeIfAbsent(command, key -> new TreeSet<>())
                        .add(entry));
        packages.add(bytes);
        summaries.add(summary);
    }

    byte[] bytes(byte[] stamp) {
        var nameRows = new TreeSet<Row>();
        names.forEach((name, entry) -> nameRows.add(new Row(name.hashCode(), entry)));
        var commandRows = new TreeSet<Row>();
        commands.forEach(
                (command, entries) -> entries.forEach(entry -> commandRows.add(new Row(command.hashCode(), entry))));
        byte[] words = words();
        int tables = 8 * (packages.size() + nameRows.size() + commandRows.size());
        int bodies = packages.stream().mapToInt(body -> body.length).sum();
        ByteBuffer out = ByteBuffer.allocate(HEAD + tables + bodies + words.length);
        out.putInt(MAGIC).putInt(VERSION).put(stamp, 0, 32);
        out.putInt(packages.size()).putInt(nameRows.size()).putInt(commandRows.size());
        out.putInt(HEAD + tables + bodies).putInt(words.length);
        out.position(HEAD);
        int at = HEAD + tables;
        for (byte[] body : packages) {
            out.putInt(at).putInt(body.length);
            at += body.length;
        }
        put(out, nameRows);
        put(out, commandRows);
        packages.forEach(out::put);
        return out.put(words).array();
    }

    private static void put(ByteBuffer out, Collection<Row> rows) {
        rows.forEach(row -> out.putInt(row.hash).putInt(row.entry));
    }

    private byte[] words() {
        var out = new ByteArrayOutputStream();
        for (Summary summary : summaries) {
            text(out, summary.name());
            text(out, summary.description());
            texts(out, summary.aliases());
            texts(out, summary.searchWords());
            texts(out, summary.commands());
        }
        return out.toByteArray();
    }

    private static void texts(ByteArrayOutputStream out, Collection<String> texts) {
        out.write(texts.size() >> 8);
        out.write(texts.size());
        texts.forEach(text -> text(out, text));
    }

    private static void text(ByteArrayOutputStream out, String text) {
        String shown = text.length() > 2000 ? text.substring(0, 2000) : text;
        byte[] utf8 = shown.getBytes(StandardCharsets.UTF_8);
        out.write(utf8.length >> 8);
        out.write(utf8.length);
        out.writeBytes(utf8);
    }
}
