package io.atmoshub.toolchain.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// The entries of a zip file, by its directory at the end.
final class ZipEntries {
    private static final int FILE_KIND = 0170000;
    private static final int REGULAR = 0100000;
    private static final int FOLDER = 0040000;
    private static final int LONGEST_LINK = 4096;

    private ZipEntries() {}

    static void into(Tree tree, FileChannel channel) throws IOException {
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (!zip.canReadEntryData(entry)) {
                    throw new IOException("\"%s\" is encrypted or packed in an unknown way".formatted(entry.getName()));
                }
                int mode = entry.getUnixMode();
                int kind = mode & FILE_KIND;
                if (entry.isUnixSymlink()) {
                    tree.symbolicLink(entry.getName(), target(zip, entry));
                } else if (entry.isDirectory()) {
                    tree.folder(entry.getName(), mode == 0 ? 0755 : mode);
                } else if (kind == 0 || kind == REGULAR) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        tree.file(entry.getName(), mode == 0 ? 0644 : mode, content);
                    }
                } else if (kind == FOLDER) {
                    throw Hostile.entry(entry.getName(), "is a folder and a file at once");
                } else {
                    throw Hostile.entry(entry.getName(), "is a device, a pipe or something else that is no file");
                }
            }
        }
    }

    private static String target(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            byte[] bytes = content.readNBytes(LONGEST_LINK + 1);
            if (bytes.length > LONGEST_LINK) {
                throw Hostile.entry(entry.getName(), "is a link with an endless target");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
