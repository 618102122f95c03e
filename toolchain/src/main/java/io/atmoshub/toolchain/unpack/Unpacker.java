package io.atmoshub.toolchain.unpack;

import io.atmoshub.toolchain.Packing;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.fetch.Cache;
import io.atmoshub.toolchain.fetch.Disk;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/// Takes a download out of its packing, into an empty folder. What no honest archive does ends it.
public final class Unpacker {
    /// `xz -9` needs 64 MiB and some.
    private static final int XZ_MEMORY_KB = 128 << 10;

    private final Limits limits;

    public Unpacker(Limits limits) {
        this.limits = limits;
    }

    /// `name` is what the one file is called when it is no archive. A zip file's channel is closed by this.
    public void unpack(Cache.Hit download, Packing packing, String name, Path into) throws IOException {
        var budget = new Budget(limits, download.size());
        var tree = new Tree(into, budget);
        try (InputStream packed = new BufferedInputStream(download.open(), 1 << 16)) {
            switch (packing) {
                case ZIP -> ZipEntries.into(tree, download.channel());
                case TAR -> tar(tree, packed);
                case TAR_GZ, TAR_XZ, TAR_BZ2, TAR_ZST -> {
                    try (InputStream plain = decompressed(packing, packed)) {
                        tar(tree, plain);
                    }
                }
                case GZ, XZ, BZ2, ZST, RAW -> {
                    try (InputStream plain = decompressed(packing, packed)) {
                        tree.file(name, 0755, plain);
                    }
                }
            }
            tree.finish();
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            if (Disk.full(e)) {
                throw e;
            }
            throw new ToolchainException(
                    "The download can't be unpacked as %s: %s. Nothing was installed."
                            .formatted(packing, e.getMessage() == null ? "it is cut off" : e.getMessage()),
                    "Try again; if it stays so, it is damaged or packed in another way than the registry says.",
                    e);
        }
    }

    private static InputStream decompressed(Packing packing, InputStream packed) throws IOException {
        return switch (packing) {
            case TAR_GZ, GZ ->
                GzipCompressorInputStream.builder()
                        .setInputStream(packed)
                        .setDecompressConcatenated(true)
                        .get();
            case TAR_XZ, XZ ->
                XZCompressorInputStream.builder()
                        .setInputStream(packed)
                        .setDecompressConcatenated(true)
                        .setMemoryLimitKiB(XZ_MEMORY_KB)
                        .get();
            case TAR_BZ2, BZ2 -> new BZip2CompressorInputStream(packed, true);
            case TAR_ZST, ZST -> new ZstdCompressorInputStream(packed);
            case TAR, ZIP, RAW -> packed;
        };
    }

    private static void tar(Tree tree, InputStream plain) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
            boolean empty = true;
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                empty = false;
                entry(tree, tar, entry);
            }
            if (empty) {
                throw new IOException("nothing is in it");
            }
        }
    }

    private static void entry(Tree tree, TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        String name = entry.getName();
        if (entry.isSymbolicLink()) {
            tree.symbolicLink(name, entry.getLinkName());
        } else if (entry.isLink()) {
            tree.hardLink(name, entry.getLinkName());
        } else if (entry.isDirectory()) {
            tree.folder(name, entry.getMode());
        } else if (isFile(entry) && tar.canReadEntryData(entry)) {
            tree.file(name, entry.getMode(), tar);
        } else {
            throw Hostile.entry(name, "is a device, a pipe or something else that is no file");
        }
    }

    /// The library takes all it does not know for files.
    private static boolean isFile(TarArchiveEntry entry) {
        byte kind = entry.getLinkFlag();
        return kind == TarConstants.LF_NORMAL
                || kind == TarConstants.LF_OLDNORM
                || kind == TarConstants.LF_CONTIG
                || entry.isSparse();
    }
}
