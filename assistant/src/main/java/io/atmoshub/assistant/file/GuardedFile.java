package io.atmoshub.assistant.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/// Opens a file folder by folder without following a link, so that nobody can put one there between the
/// check and the read. `asked` is the path for messages.
record GuardedFile(Path root, Path relative, ProjectPath asked) {
    private static final Set<java.nio.file.OpenOption> READ =
            Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    byte[] bytes(int most) throws IOException, FileRefused {
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(root)) {
            if (folder instanceof SecureDirectoryStream<Path> secure) {
                return below(secure, 0, most);
            }
        }
        // Systems without such streams (Windows): checked, then opened.
        Path file = root.resolve(relative);
        check(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS), most);
        try (SeekableByteChannel channel = Files.newByteChannel(file, READ)) {
            return limited(channel, most);
        }
    }

    private byte[] below(SecureDirectoryStream<Path> folder, int depth, int most) throws IOException, FileRefused {
        Path name = relative.getName(depth);
        if (depth < relative.getNameCount() - 1) {
            try (SecureDirectoryStream<Path> next = folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                return below(next, depth + 1, most);
            }
        }
        // Looked at before it is opened: opening a pipe waits for somebody to write into it.
        check(
                folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .readAttributes(),
                most);
        try (SeekableByteChannel channel = folder.newByteChannel(name, READ)) {
            return limited(channel, most);
        }
    }

    private void check(BasicFileAttributes found, int most) throws FileRefused {
        if (found.isDirectory()) {
            throw new FileRefused("is a folder", "%s is a folder; file_list shows what is in it.".formatted(asked));
        }
        if (!found.isRegularFile()) {
            throw new FileRefused(
                    "not a plain file", "%s is a pipe, a device or the like, not a plain file.".formatted(asked));
        }
        if (found.size() > most) {
            throw tooLarge(found.size(), most);
        }
    }

    private byte[] limited(SeekableByteChannel channel, int most) throws IOException, FileRefused {
        try (InputStream in = Channels.newInputStream(channel)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw tooLarge(bytes.length, most);
            }
            return bytes;
        }
    }

    private FileRefused tooLarge(long size, int most) {
        return new FileRefused("too large", "%s has %,d bytes; at most %,d are read.".formatted(asked, size, most));
    }
}
