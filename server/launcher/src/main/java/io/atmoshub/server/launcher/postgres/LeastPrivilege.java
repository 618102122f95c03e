package io.atmoshub.server.launcher.postgres;

import io.atmoshub.server.launcher.CannotStart;
import io.atmoshub.server.launcher.child.Tether;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/// PostgreSQL refuses to run as root. Which way out works differs from machine to machine, so each is tried:
/// a user namespace (needs no other user and no change of owner), else an ordinary user.
final class LeastPrivilege {
    private static final List<String> ORDINARY_USERS = List.of("postgres", "nobody", "65534");

    private final List<String> prefix;
    private final String newOwner;

    private LeastPrivilege(List<String> prefix, String newOwner) {
        this.prefix = prefix;
        this.newOwner = newOwner;
    }

    static LeastPrivilege find() {
        if (!isRoot()) {
            return new LeastPrivilege(List.of(), "");
        }
        List<String> namespace = List.of("unshare", "-U", "--");
        if (works(namespace)) {
            return new LeastPrivilege(namespace, "");
        }
        for (String user : ORDINARY_USERS) {
            List<String> other = List.of("setpriv", "--reuid=" + user, "--regid=65534", "--clear-groups", "--");
            if (works(other)) {
                return new LeastPrivilege(other, user);
            }
        }
        throw new CannotStart("PostgreSQL can't run as root, and nothing here lets go of root (unshare -U, setpriv)."
                + " Start Atmos Hub as an ordinary user.");
    }

    List<String> prefix() {
        return prefix;
    }

    /// Gives a folder and all in it to the user that PostgreSQL will run as; mostly nothing is to be done.
    void handOver(Path folder) {
        if (newOwner.isEmpty()) {
            return;
        }
        try {
            var owner = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(newOwner);
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                    Files.setOwner(dir, owner);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (!attributes.isSymbolicLink()) {
                        Files.setOwner(file, owner);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new CannotStart(
                    "Can't give %s to the user %s that PostgreSQL runs as: %s"
                            .formatted(folder, newOwner, e.getMessage()),
                    e);
        }
        refuseIfUnreachable(folder);
    }

    private void refuseIfUnreachable(Path folder) {
        if (!Tether.succeeds(Tether.joined(prefix, List.of("test", "-r", folder.toString())))) {
            throw new CannotStart(
                    "The user %s that PostgreSQL runs as can't reach %s: every folder above it must let others through. Pick another ATMOS_HUB_DATA, or start Atmos Hub as an ordinary user."
                            .formatted(newOwner, folder));
        }
    }

    private static boolean works(List<String> prefix) {
        return Tether.succeeds(Tether.joined(prefix, List.of("true")));
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid && uid == 0;
        } catch (IOException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }
}
