package io.atmoshub.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// What reading a project may reach: files below `roots`, these `variables` of the environment, these hosts, and
/// whether it may start processes. Whoever reads passes it; no file of the project can widen it.
public record Limits(
        List<Path> roots,
        Set<String> variables,
        Map<String, String> environment,
        Set<String> hosts,
        boolean processes) {
    /// In `variables` or `hosts`: every one.
    public static final String ANY = "*";

    /// No file of a project that people write is longer; more is taken for a mistake or an attack.
    public static final int LONGEST_FILE = 16 * 1024 * 1024;

    public Limits {
        roots = roots.stream().flatMap(root -> withoutLinks(root).stream()).toList();
        Set<String> seen = Set.copyOf(variables);
        variables = seen;
        environment = environment.entrySet().stream()
                .filter(entry -> seen.contains(ANY) || seen.contains(entry.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        hosts = Set.copyOf(hosts);
    }

    /// As Atmos does on somebody's own machine: every file, the whole environment, every host, processes.
    public static Limits laptop(Map<String, String> environment) {
        List<Path> everywhere = StreamSupport.stream(
                        FileSystems.getDefault().getRootDirectories().spliterator(), false)
                .toList();
        return new Limits(everywhere, Set.of(ANY), environment, Set.of(ANY), true);
    }

    /// As a server reads what others wrote: this folder only, no environment, no process, listed hosts.
    public static Limits server(Path folder, Set<String> hosts) {
        return new Limits(List.of(folder), Set.of(), Map.of(), hosts, false);
    }

    public boolean maySee(String variable) {
        return variables.contains(ANY) || variables.contains(variable);
    }

    /// A variable of the environment, if it is set and may be seen.
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    public boolean mayReach(String host) {
        return hosts.contains(ANY) || hosts.contains(host.toLowerCase(Locale.ROOT));
    }

    public boolean mayRead(Path file) {
        return resolved(file).isPresent();
    }

    /// The file without symbolic links, if it lies below a root. It need not exist.
    public Optional<Path> resolved(Path file) {
        return withoutLinks(file).filter(real -> roots.stream().anyMatch(real::startsWith));
    }

    /// The text of a file.
    public String text(Path file) throws IOException {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /// The content of a file. What is said of a file outside does not tell whether it exists.
    public byte[] bytes(Path file) throws IOException {
        Path real = resolved(file)
                .orElseThrow(() -> new RefusedException("%s is outside of what may be read here".formatted(file)));
        if (!Files.exists(real)) {
            throw new IOException("there is no file " + file);
        }
        // A pipe or a device would block for ever.
        if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("%s is no plain file".formatted(file));
        }
        try (var in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(LONGEST_FILE + 1);
            if (bytes.length > LONGEST_FILE) {
                throw new IOException("%s is longer than %d MiB".formatted(file, LONGEST_FILE >> 20));
            }
            return bytes;
        }
    }

    /// Resolves the part that exists and appends the rest; nothing for a link that leads nowhere.
    private static Optional<Path> withoutLinks(Path file) {
        Path plain = file.toAbsolutePath().normalize();
        for (Path there = plain; there != null; there = there.getParent()) {
            try {
                return Optional.of(there.toRealPath().resolve(there.relativize(plain)));
            } catch (IOException missing) {
                if (Files.isSymbolicLink(there)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(plain);
    }
}
