package io.atmoshub.assistant.file;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The files of a folder by path: plain ones only, links not followed, without Git's folder and what the
/// ignore files leave out. `whole` says that the walk came to its end and not to its limit.
record FolderWalk(List<ProjectPath> files, boolean whole) {
    private static final int MOST_FILES = 20_000;
    private static final int DEEPEST = 40;

    static FolderWalk of(Path root) {
        Visitor visitor = new Visitor(root);
        try {
            Files.walkFileTree(root, Set.of(), DEEPEST, visitor);
        } catch (IOException _) {
            // Whatever was found until then is still true.
            visitor.whole = false;
        }
        visitor.files.sort(java.util.Comparator.comparing(ProjectPath::value));
        return new FolderWalk(List.copyOf(visitor.files), visitor.whole);
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final IgnoreRules ignored = new IgnoreRules();
        private final List<ProjectPath> files = new ArrayList<>();
        private boolean whole = true;

        Visitor(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String path = relative(folder);
            if (!path.isEmpty()
                    && (ProjectPath.isGit(folder.getFileName().toString()) || ignored.ignores(path, true))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            for (String name : List.of(".gitignore", ".atmosignore")) {
                addRules(path, folder.resolve(name));
            }
            return FileVisitResult.CONTINUE;
        }

        private void addRules(String folder, Path file) {
            ProjectPath asked = ProjectPath.trusted(relative(file));
            if (Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                try {
                    byte[] bytes = new GuardedFile(root, root.relativize(file), asked).bytes(ProjectFolder.LARGEST);
                    FileText.decoded(bytes).ifPresent(text -> ignored.add(folder.isEmpty() ? "" : folder + "/", text));
                } catch (IOException | FileRefused _) {
                    // It leaves nothing out, then.
                }
            }
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (files.size() >= MOST_FILES || Thread.currentThread().isInterrupted()) {
                whole = false;
                return FileVisitResult.TERMINATE;
            }
            String path = relative(file);
            // A name that could not be asked for is no use to anybody, and may be meant to mislead.
            if (attributes.isRegularFile() && !ignored.ignores(path, false) && askable(path)) {
                files.add(ProjectPath.trusted(path));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException e) {
            return FileVisitResult.CONTINUE;
        }

        private static boolean askable(String path) {
            try {
                ProjectPath.parse(path);
                return true;
            } catch (FileRefused _) {
                return false;
            }
        }

        private String relative(Path path) {
            return ProjectFolder.slashed(root.relativize(path));
        }
    }
}
