package io.atmoshub.assistant.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Files that a person takes over from a session into the project's folder. All are written beside their places first,
/// and then renamed: whoever reads the folder meanwhile sees old files or new ones, never half of one.
public final class FolderWrites {
    private record Staged(
            Path staged, Path target, @Nullable ByteBuffer before) {}

    private FolderWrites() {}

    /// The text of a file of the folder, whether the assistant may see it or not.
    public static Optional<String> current(ProjectFolder folder, String path) throws FileRefused {
        ProjectPath parsed = ProjectPath.parse(path);
        folder.checkWritable(parsed);
        return folder.read(parsed, _ -> {});
    }

    /// All of them, or none and the reason.
    public static void write(ProjectFolder folder, Map<String, String> contents) throws FileRefused {
        List<Staged> staged = new ArrayList<>();
        int renamed = 0;
        try {
            for (var content : contents.entrySet()) {
                ProjectPath path = ProjectPath.parse(content.getKey());
                folder.checkWritable(path);
                staged.add(stage(folder.place(path), content.getValue()));
            }
            for (Staged file : staged) {
                Files.move(
                        file.staged(),
                        file.target(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                renamed++;
            }
        } catch (IOException e) {
            takeBack(staged, renamed);
            throw new FileRefused(
                    "can't be written",
                    "The project's folder can't be written (%s)."
                            .formatted(e.getClass().getSimpleName()));
        } catch (FileRefused e) {
            takeBack(staged, renamed);
            throw e;
        }
    }

    private static Staged stage(Path target, String content) throws IOException, FileRefused {
        Path parent = Files.createDirectories(target.getParent());
        if (!parent.toRealPath().equals(parent)) {
            throw new FileRefused("not a plain folder", "%s is a link.".formatted(parent.getFileName()));
        }
        boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        Path staged = Files.createTempFile(parent, ".atmos-hub-", ".tmp");
        try (FileChannel channel = FileChannel.open(staged, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(staged);
            throw e;
        }
        if (Files.getFileAttributeView(staged, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(
                    staged,
                    there ? Files.getPosixFilePermissions(target) : PosixFilePermissions.fromString("rw-r--r--"));
        }
        return new Staged(staged, target, there ? ByteBuffer.wrap(Files.readAllBytes(target)) : null);
    }

    private static void takeBack(List<Staged> staged, int renamed) {
        for (int i = 0; i < staged.size(); i++) {
            Staged file = staged.get(i);
            try {
                if (i >= renamed) {
                    Files.deleteIfExists(file.staged());
                } else if (file.before() == null) {
                    Files.deleteIfExists(file.target());
                } else {
                    Files.write(file.target(), file.before().array());
                }
            } catch (IOException e) {
                System.getLogger(FolderWrites.class.getName())
                        .log(System.Logger.Level.ERROR, "can't be taken back: " + file.target(), e);
            }
        }
    }
}
