package io.atmoshub.toolchain.unpack;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The symbolic links of an archive. Each is followed as the system would, through other links of the archive, before
/// any is made.
final class Links {
    private static final int HOPS = 40;

    private final Map<String, Link> links = new LinkedHashMap<>();

    private record Link(String raw, EntryName name, String target) {}

    void add(String raw, EntryName name, String target) {
        links.put(name.path(), new Link(raw, name, target));
    }

    void check() {
        links.values().forEach(this::check);
    }

    private void check(Link link) {
        if (link.target().isEmpty() || link.target().indexOf('\0') >= 0) {
            throw Hostile.entry(link.raw(), "is a link to nowhere");
        }
        Deque<String> at = new ArrayDeque<>(link.name().parent().parts());
        Deque<String> ahead = new ArrayDeque<>(parts(link, link.target()));
        int hops = 0;
        while (!ahead.isEmpty()) {
            String part = ahead.pop();
            if (part.equals("..")) {
                if (at.pollLast() == null) {
                    throw Hostile.entry(link.raw(), "is a link out of the archive's folder, to " + link.target());
                }
                continue;
            }
            at.addLast(part);
            Link next = links.get(String.join("/", at));
            if (next != null) {
                if (++hops > HOPS) {
                    throw Hostile.entry(link.raw(), "is a link that leads in a circle");
                }
                at.pollLast();
                List<String> more = parts(link, next.target());
                more.reversed().forEach(ahead::push);
            }
        }
    }

    private static List<String> parts(Link link, String target) {
        String path = target.replace('\\', '/');
        if (path.startsWith("/") || path.matches("[A-Za-z]:.*")) {
            throw Hostile.entry(link.raw(), "is a link out of the archive's folder, to " + target);
        }
        return List.of(path.split("/")).stream()
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
    }

    void create(Path root) throws IOException {
        for (Link link : links.values()) {
            Path at = root.resolve(link.name().path());
            try {
                Files.createSymbolicLink(at, Path.of(link.target()));
            } catch (UnsupportedOperationException | FileSystemException e) {
                // Windows makes them for some people only.
                Path target = at.resolveSibling(link.target()).normalize();
                if (!Files.isRegularFile(target)) {
                    throw e;
                }
                Files.copy(target, at);
            }
        }
    }
}
