package io.atmoshub.toolchain.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The folder that an archive becomes. Symbolic links are only made when all else is there, so nothing can ever be
/// written through one.
final class Tree {
    private enum Kind {
        FOLDER,
        FILE,
        LINK
    }

    private final Path root;
    private final Budget budget;
    private final boolean foldsNames;
    private final Map<String, Kind> entries = new HashMap<>();
    private final Map<String, String> foldedNames = new HashMap<>();
    private final Map<String, Integer> folderModes = new LinkedHashMap<>();
    private final Links links = new Links();

    /// `root` has to be empty and nobody else's.
    Tree(Path root, Budget budget) throws IOException {
        this.root = root;
        this.budget = budget;
        this.foldsNames = foldsNames(root);
    }

    private static boolean foldsNames(Path root) throws IOException {
        Path proof = Files.createFile(root.resolve(".Case"));
        boolean folds = Files.exists(root.resolve(".cASE"), LinkOption.NOFOLLOW_LINKS);
        Files.delete(proof);
        return folds;
    }

    void folder(String raw, int mode) throws IOException {
        EntryName name = EntryName.of(raw);
        budget.entry();
        if (!name.root()) {
            folders(raw, name);
            folderModes.put(name.path(), mode);
        }
    }

    void file(String raw, int mode, InputStream content) throws IOException {
        EntryName name = EntryName.of(raw);
        Path file = place(raw, name, Kind.FILE);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                budget.bytes(count);
                out.write(buffer, 0, count);
            }
        }
        chmod(file, (mode & 0755) | 0600);
    }

    void symbolicLink(String raw, String target) throws IOException {
        EntryName name = EntryName.of(raw);
        place(raw, name, Kind.LINK);
        links.add(raw, name, target);
    }

    /// Only to a file that came before it in the same archive.
    void hardLink(String raw, String target) throws IOException {
        EntryName name = EntryName.of(raw);
        EntryName to = EntryName.of(target);
        if (entries.get(to.path()) != Kind.FILE) {
            throw Hostile.entry(raw, "is a hard link to what is no file of the archive");
        }
        Path link = place(raw, name, Kind.FILE);
        try {
            Files.createLink(link, at(to));
        } catch (UnsupportedOperationException | FileSystemException e) {
            budget.bytes(Files.size(at(to)));
            Files.copy(at(to), link, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private Path place(String raw, EntryName name, Kind kind) throws IOException {
        budget.entry();
        if (name.root()) {
            throw Hostile.entry(raw, "has no name");
        }
        folders(raw, name.parent());
        take(raw, name, kind);
        return at(name);
    }

    private void folders(String raw, EntryName name) throws IOException {
        if (name.root() || entries.get(name.path()) == Kind.FOLDER) {
            return;
        }
        folders(raw, name.parent());
        take(raw, name, Kind.FOLDER);
        Files.createDirectory(at(name));
    }

    private void take(String raw, EntryName name, Kind kind) {
        Kind there = entries.putIfAbsent(name.path(), kind);
        if (there == Kind.LINK) {
            throw Hostile.entry(raw, "goes through a link of the archive, or stands twice in it");
        }
        if (there != null) {
            throw Hostile.entry(raw, "stands twice in it");
        }
        String other = foldedNames.putIfAbsent(name.folded(), name.path());
        // Names that differ in case only are honest, if rare, unless they come to be one file, or a link hides there.
        if (other != null && (foldsNames || kind == Kind.LINK || entries.get(other) == Kind.LINK)) {
            throw Hostile.entry(raw, "has the name of another one but for capital letters");
        }
    }

    void finish() throws IOException {
        links.check();
        links.create(root);
        for (Map.Entry<String, Integer> folder : folderModes.entrySet()) {
            chmod(root.resolve(folder.getKey()), (folder.getValue() & 0755) | 0700);
        }
    }

    private Path at(EntryName name) {
        Path path = root;
        for (String part : name.parts()) {
            path = path.resolve(part);
        }
        return path;
    }

    /// Never anything that lends its owner's rights, or lets others write.
    private static void chmod(Path file, int mode) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int bit = 0; bit < all.length; bit++) {
            if ((mode >> (8 - bit) & 1) == 1) {
                permissions.add(all[bit]);
            }
        }
        try {
            Files.setPosixFilePermissions(file, permissions);
        } catch (UnsupportedOperationException e) {
            // Windows knows no such modes.
        }
    }
}
