package io.atmoshub.toolchain.unpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.toolchain.Packing;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.testing.Archives;
import io.atmoshub.toolchain.testing.Archives.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Archives get nowhere but into their folder, whatever they try.
class HostileArchiveTest {
    private static final byte[] TEXT = "evil".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path into;
    private Path outside;

    @BeforeEach
    void prepare() throws Exception {
        into = Files.createDirectories(folder.resolve("in/to"));
        outside = Files.writeString(folder.resolve("outside"), "untouched");
    }

    private void unpack(byte[] archive, Packing packing, Limits limits) throws Exception {
        try (var hit = Archives.hit(folder, archive)) {
            new Unpacker(limits).unpack(hit, packing, "tool", into);
        }
    }

    static Stream<Arguments> tricks() {
        return Stream.of(
                Arguments.of("leaves", List.of(Entry.file("../../outside", TEXT))),
                Arguments.of("leaves", List.of(Entry.file("a/../../../outside", TEXT))),
                Arguments.of("leaves", List.of(Entry.file("..\\..\\outside", TEXT))),
                Arguments.of("absolute", List.of(Entry.file("/tmp/outside", TEXT))),
                Arguments.of("absolute", List.of(Entry.file("C:\\outside", TEXT))),
                Arguments.of("absolute", List.of(Entry.file("\\\\server\\share", TEXT))),
                Arguments.of("link out", List.of(Entry.link("a", "/etc/passwd"))),
                Arguments.of("link out", List.of(Entry.link("a", "../outside"))),
                Arguments.of("link out", List.of(Entry.link("d/a", "../../outside"))),
                Arguments.of("link out", List.of(Entry.link("a", "..\\outside"))),
                Arguments.of(
                        "link out",
                        List.of(Entry.folder("d"), Entry.link("d/up", "."), Entry.link("d/a", "up/../../x"))),
                Arguments.of("link out", List.of(Entry.link("x", "deep/er"), Entry.link("deep/er", "../../outside"))),
                Arguments.of("circle", List.of(Entry.link("a", "b"), Entry.link("b", "a"))),
                Arguments.of("nowhere", List.of(Entry.link("a", ""))),
                Arguments.of("through a link", List.of(Entry.link("d", "."), Entry.file("d/x", TEXT))),
                Arguments.of("through a link", List.of(Entry.link("d", "e"), Entry.folder("e"), Entry.file("d", TEXT))),
                Arguments.of("twice", List.of(Entry.file("a", TEXT), Entry.file("a", TEXT))),
                Arguments.of("twice", List.of(Entry.file("a", TEXT), Entry.file("./a", TEXT))),
                Arguments.of("twice", List.of(Entry.file("a", TEXT), Entry.file("a/b", TEXT))),
                Arguments.of("twice", List.of(Entry.folder("a"), Entry.file("a", TEXT))),
                Arguments.of("capital letters", List.of(Entry.link("D", "e"), Entry.file("d", TEXT))),
                Arguments.of("no file should have", List.of(Entry.file("a\u0007b", TEXT))),
                Arguments.of("no file should have", List.of(Entry.file("x".repeat(300), TEXT))));
    }

    @ParameterizedTest
    @MethodSource("tricks")
    void aTrickIsRefusedInATar(String says, List<Entry> entries) throws Exception {
        refused(says, Archives.tarGz(entries), Packing.TAR_GZ);
    }

    @ParameterizedTest
    @MethodSource("tricks")
    void aTrickIsRefusedInAZip(String says, List<Entry> entries) throws Exception {
        refused(says, Archives.zip(entries), Packing.ZIP);
    }

    @Test
    void hardLinksLeadToFilesOfTheArchiveOnly() throws Exception {
        refused("hard link", Archives.tarGz(List.of(Entry.hardLink("a", "/etc/passwd"))), Packing.TAR_GZ, "absolute");
        refused("hard link", Archives.tarGz(List.of(Entry.hardLink("a", "../outside"))), Packing.TAR_GZ, "leaves");
        refused("hard link", Archives.tarGz(List.of(Entry.hardLink("a", "later"))), Packing.TAR_GZ);
        refused("hard link", Archives.tarGz(List.of(Entry.link("l", "x"), Entry.hardLink("a", "l"))), Packing.TAR_GZ);
    }

    @ParameterizedTest
    @EnumSource(
            value = Entry.Kind.class,
            names = {"PIPE", "DEVICE", "BLOCK", "UNKNOWN"})
    void whatIsNoFileIsRefused(Entry.Kind kind) throws Exception {
        refused("no file", Archives.tarGz(List.of(new Entry(kind, "x", 0644, "", ""))), Packing.TAR_GZ);
    }

    private void refused(String says, byte[] archive, Packing packing, String... instead) {
        assertThatThrownBy(() -> unpack(archive, packing, Limits.DEFAULT))
                .isInstanceOf(ToolchainException.class)
                .hasMessageContaining(instead.length > 0 ? instead[0] : says);
        assertThat(outside).hasContent("untouched");
        assertThat(folder.resolve("in/outside")).doesNotExist();
    }

    @Test
    void bombsAreStoppedByRatioBytesAndEntries() throws Exception {
        byte[] zeros = new byte[3 << 20];
        var ratio = new Limits(1L << 30, 1000, 100, 1 << 20);
        var size = new Limits(1 << 20, 1000, 100_000, 1 << 30);
        for (Packing packing : List.of(Packing.TAR_GZ, Packing.TAR_XZ, Packing.TAR_BZ2, Packing.TAR_ZST, Packing.ZIP)) {
            byte[] bomb = Archives.packed(packing, List.of(Entry.file("bomb" + packing, zeros)));
            assertThatThrownBy(() -> unpack(bomb, packing, ratio)).hasMessageContaining("grows to more than 100 times");
            into = Files.createDirectory(folder.resolve("again" + packing));
            assertThatThrownBy(() -> unpack(bomb, packing, size)).hasMessageContaining("more than 1,048,576 bytes");
            into = Files.createDirectory(folder.resolve("next" + packing));
        }
        byte[] many = Archives.tarGz(Stream.iterate(0, i -> i + 1)
                .limit(1001)
                .map(i -> Entry.file("f" + i, TEXT))
                .toList());
        assertThatThrownBy(() -> unpack(many, Packing.TAR_GZ, ratio)).hasMessageContaining("1,000 entries");
    }

    @ParameterizedTest
    @EnumSource(
            value = Packing.class,
            names = {"TAR_GZ", "TAR_XZ", "TAR_BZ2", "TAR_ZST", "ZIP", "TAR"})
    void honestArchivesComeOutWithModesAndLinks(Packing packing) throws Exception {
        byte[] archive = Archives.packed(
                packing,
                List.of(
                        Entry.folder("tool-1.0"),
                        new Entry(Entry.Kind.FILE, "tool-1.0/bin/tool", 06755, "evil", ""),
                        new Entry(Entry.Kind.FILE, "tool-1.0/secret", 0600, "evil", ""),
                        new Entry(Entry.Kind.FILE, "tool-1.0/open", 0666, "evil", ""),
                        Entry.link("tool-1.0/link", "bin/tool"),
                        Entry.link("tool-1.0/bin/up", "../open")));

        unpack(archive, packing, Limits.DEFAULT);

        assertThat(into.resolve("tool-1.0/link")).isSymbolicLink().hasBinaryContent(TEXT);
        assertThat(into.resolve("tool-1.0/bin/up")).hasBinaryContent(TEXT);
        assertThat(mode(into.resolve("tool-1.0/bin/tool"))).isEqualTo(0755);
        assertThat(mode(into.resolve("tool-1.0/secret"))).isEqualTo(0600);
        assertThat(mode(into.resolve("tool-1.0/open"))).isEqualTo(0644);
    }

    private static int mode(Path file) throws Exception {
        return (int) Files.getAttribute(file, "unix:mode") & 07777;
    }

    @Test
    void hardLinksWithinAnArchiveWork() throws Exception {
        unpack(
                Archives.tarGz(List.of(Entry.file("a", TEXT), Entry.hardLink("b", "a"))),
                Packing.TAR_GZ,
                Limits.DEFAULT);

        assertThat(into.resolve("b")).hasBinaryContent(TEXT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Packing.class,
            names = {"GZ", "XZ", "BZ2", "ZST", "RAW"})
    void singleFilesComeOutRunnable(Packing packing) throws Exception {
        unpack(Archives.compressed(packing, TEXT), packing, Limits.DEFAULT);

        assertThat(into.resolve("tool")).hasBinaryContent(TEXT).isExecutable();
    }

    @ParameterizedTest
    @EnumSource(
            value = Packing.class,
            names = {"TAR_GZ", "TAR_XZ", "TAR_BZ2", "TAR_ZST", "ZIP", "GZ", "XZ"})
    void whatIsCutOffOrNoSuchArchiveIsSaidToBe(Packing packing) throws Exception {
        byte[] random = new byte[50_000];
        new java.util.Random(1).nextBytes(random);
        byte[] whole = packing.archive()
                ? Archives.packed(packing, List.of(Entry.file("a", random)))
                : Archives.compressed(packing, random);
        assertThatThrownBy(() -> unpack(java.util.Arrays.copyOf(whole, whole.length / 2), packing, Limits.DEFAULT))
                .isInstanceOf(ToolchainException.class)
                .hasMessageContaining("can't be unpacked as " + packing);
        into = Files.createDirectory(folder.resolve("again"));
        assertThatThrownBy(() -> unpack(random, packing, Limits.DEFAULT))
                .isInstanceOf(ToolchainException.class)
                .hasMessageContaining("can't be unpacked as " + packing);
    }
}
