package io.atmoshub.server.project;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The folders under which projects may be, as the operator allows. What counts is where a folder really
/// is, once all links are followed.
public final class ProjectRoots {
    private final List<Path> allowed;

    public ProjectRoots(List<Path> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /// The real folder, or a refusal that says why not. Whether something outside the roots exists is not told.
    Path check(String folder) {
        Path asked = parse(folder);
        if (!asked.isAbsolute()) {
            throw refusal("\"%s\" is no absolute path.".formatted(folder));
        }
        Path real;
        try {
            real = asked.toRealPath();
        } catch (IOException e) {
            // Outside of the roots, "not there" and "not allowed" read the same.
            throw within(asked.normalize())
                    ? refusal("There is no folder \"%s\" on the server.".formatted(folder))
                    : outside(folder);
        }
        if (!within(real)) {
            throw outside(folder);
        }
        if (!Files.isDirectory(real)) {
            throw refusal("\"%s\" is a file, not a folder.".formatted(folder));
        }
        if (!Files.isReadable(real) || !Files.isExecutable(real)) {
            throw refusal("The hub may not read the folder \"%s\".".formatted(folder));
        }
        return real;
    }

    private static Path parse(String folder) {
        try {
            return Path.of(folder.strip());
        } catch (InvalidPathException e) {
            throw refusal("That is no path of a folder.");
        }
    }

    /// A root that is the whole file system allows nothing: it is a slip, not a wish.
    private boolean within(Path path) {
        return path.getParent() != null
                && real().stream().anyMatch(root -> root.getParent() != null && path.startsWith(root));
    }

    /// Roots may come into being after the hub started.
    private List<Path> real() {
        List<Path> real = new ArrayList<>();
        for (Path root : allowed) {
            try {
                real.add(root.toRealPath());
            } catch (IOException e) {
                real.add(root.toAbsolutePath().normalize());
            }
        }
        return real;
    }

    private HubException outside(String folder) {
        String roots = allowed.stream().map(Path::toString).collect(Collectors.joining(", "));
        return new HubException(
                ErrorCode.INVALID_INPUT,
                "\"%s\" is not in a place where projects may be.".formatted(folder),
                roots.isEmpty()
                        ? "The operator allows no place yet: ATMOS_HUB_PROJECT_ROOTS names them."
                        : "Take a folder under %s, or have the operator add a root to ATMOS_HUB_PROJECT_ROOTS."
                                .formatted(roots));
    }

    private static HubException refusal(String what) {
        return new HubException(
                ErrorCode.INVALID_INPUT, what, "Give the whole path of a folder on the machine that runs the hub.");
    }
}
