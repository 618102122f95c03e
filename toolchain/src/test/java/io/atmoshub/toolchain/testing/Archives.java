package io.atmoshub.toolchain.testing;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.Packing;
import io.atmoshub.toolchain.fetch.Cache;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;

/// Makes archives, honest ones and others.
public final class Archives {
    private Archives() {}

    /// One entry, written as it stands. The content is a text of bytes (Latin-1).
    public record Entry(Kind kind, String name, int mode, String content, String target) {
        public enum Kind {
            FILE,
            FOLDER,
            LINK,
            HARD_LINK,
            PIPE,
            DEVICE,
            BLOCK,
            UNKNOWN
        }

        public static Entry file(String name, byte[] content) {
            return new Entry(Kind.FILE, name, 0644, new String(content, StandardCharsets.ISO_8859_1), "");
        }

        public static Entry program(String name, String script) {
            return new Entry(Kind.FILE, name, 0755, script, "");
        }

        public static Entry folder(String name) {
            return new Entry(Kind.FOLDER, name + "/", 0755, "", "");
        }

        public static Entry link(String name, String target) {
            return new Entry(Kind.LINK, name, 0777, "", target);
        }

        public static Entry hardLink(String name, String target) {
            return new Entry(Kind.HARD_LINK, name, 0644, "", target);
        }

        byte[] bytes() {
            return content.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            return kind + " " + name + (target.isEmpty() ? "" : " -> " + target);
        }
    }

    public static byte[] packed(Packing packing, List<Entry> entries) throws IOException {
        return switch (packing) {
            case ZIP -> zip(entries);
            case TAR -> tar(entries);
            case TAR_GZ -> compressed(Packing.GZ, tar(entries));
            case TAR_XZ -> compressed(Packing.XZ, tar(entries));
            case TAR_BZ2 -> compressed(Packing.BZ2, tar(entries));
            case TAR_ZST -> compressed(Packing.ZST, tar(entries));
            case GZ, XZ, BZ2, ZST, RAW -> throw new IllegalArgumentException(packing + " holds one file");
        };
    }

    public static byte[] tarGz(List<Entry> entries) throws IOException {
        return packed(Packing.TAR_GZ, entries);
    }

    public static byte[] compressed(Packing packing, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out =
                switch (packing) {
                    case GZ -> new GzipCompressorOutputStream(bytes);
                    case XZ -> new XZCompressorOutputStream(bytes);
                    case BZ2 -> new BZip2CompressorOutputStream(bytes);
                    case ZST -> new ZstdCompressorOutputStream(bytes);
                    default -> bytes;
                }) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(List<Entry> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Entry entry : entries) {
                byte flag =
                        switch (entry.kind()) {
                            case FILE -> TarConstants.LF_NORMAL;
                            case FOLDER -> TarConstants.LF_DIR;
                            case LINK -> TarConstants.LF_SYMLINK;
                            case HARD_LINK -> TarConstants.LF_LINK;
                            case PIPE -> TarConstants.LF_FIFO;
                            case DEVICE -> TarConstants.LF_CHR;
                            case BLOCK -> TarConstants.LF_BLK;
                            case UNKNOWN -> (byte) 'V';
                        };
                var made = new TarArchiveEntry(entry.name(), flag, true);
                made.setName(entry.name());
                made.setMode(entry.mode());
                made.setLinkName(entry.target());
                made.setSize(entry.bytes().length);
                tar.putArchiveEntry(made);
                tar.write(entry.bytes());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    public static byte[] zip(List<Entry> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            for (Entry entry : entries) {
                var made = new ZipArchiveEntry(entry.name()) {
                    @Override
                    public String getName() {
                        return entry.name();
                    }
                };
                boolean link = entry.kind() == Entry.Kind.LINK;
                int kind = link
                        ? UnixStat.LINK_FLAG
                        : entry.kind() == Entry.Kind.FOLDER ? UnixStat.DIR_FLAG : UnixStat.FILE_FLAG;
                made.setUnixMode(kind | entry.mode());
                zip.putArchiveEntry(made);
                zip.write(link ? entry.target().getBytes(StandardCharsets.UTF_8) : entry.bytes());
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    /// As if it had been fetched.
    public static Cache.Hit hit(Path folder, byte[] bytes) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "download", ""), bytes);
        return new Cache.Hit(FileChannel.open(file), Checksum.sha256(bytes), bytes.length, true);
    }
}
