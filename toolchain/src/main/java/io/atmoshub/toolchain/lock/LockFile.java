package io.atmoshub.toolchain.lock;

import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.project.yaml.YamlWriter;
import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `toolchain.lock.yaml` as Atmos writes it: for each tool, version and platform the address, checksum and size of the
/// download. What else stands there is kept; the older form with one version a tool is read and written anew.
public final class LockFile {
    public static final String NAME = "toolchain.lock.yaml";
    private static final String HEAD = """
            # What each tool is on each platform. Written by: atmos toolchain lock
            # Edit .tool-versions instead of this file.

            """;

    private final Map<String, Object> tree;

    private LockFile(Map<String, Object> tree) {
        this.tree = tree;
    }

    /// What is locked of one version on one platform. `proof` is this product's own, in words, and stands under a key
    /// that Atmos does not know; what Atmos keeps under `verification` is left as it is.
    public record Entry(URI url, Checksum checksum, long size, Optional<String> proof) {}

    /// An empty one, when there is no such file.
    public static LockFile read(Path file) {
        if (!Files.exists(file)) {
            return new LockFile(new LinkedHashMap<>());
        }
        try {
            if (!(Yaml.read(file).toJava() instanceof Map<?, ?> map)) {
                throw wrong(file, "it holds no mapping", null);
            }
            Map<String, Object> tree = copy(map);
            if (!(tree.get("version") instanceof Number version) || version.longValue() != 1) {
                throw wrong(file, "its version is not 1", null);
            }
            child(tree, "tools").keySet().forEach(tool -> migrate(child(child(tree, "tools"), tool)));
            return new LockFile(tree);
        } catch (YamlException e) {
            throw wrong(file, e.problem(), e);
        } catch (UncheckedIOException e) {
            throw wrong(file, "it can't be read", e);
        }
    }

    private static ToolchainException wrong(Path file, String why, @Nullable Throwable cause) {
        return new ToolchainException(
                "%s is no lock file: %s.".formatted(file, why),
                "Take it from version control, or write it anew: atmos toolchain lock",
                cause);
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        var copy = new TreeMap<String, Object>();
        map.forEach((key, value) -> {
            if (value != null) {
                copy.put(String.valueOf(key), value instanceof Map<?, ?> inner ? copy(inner) : value);
            }
        });
        return copy;
    }

    @SuppressWarnings("unchecked") // made by copy or here
    private static Map<String, Object> child(Map<String, Object> map, String key) {
        return (Map<String, Object>) map.compute(
                key, (any, there) -> there instanceof Map<?, ?> ? there : new TreeMap<String, Object>());
    }

    /// Until 2025 a tool had one version, beside its platforms.
    private static void migrate(Map<String, Object> tool) {
        if (tool.get("version") instanceof String version && tool.get("platforms") instanceof Map<?, ?>) {
            var entry = new TreeMap<>(tool);
            entry.remove("version");
            entry.remove("versions");
            tool.clear();
            child(tool, "versions").put(version, entry);
        }
    }

    public boolean isEmpty() {
        return !(tree.get("tools") instanceof Map<?, ?> tools) || tools.isEmpty();
    }

    public Optional<Entry> find(ToolId tool, String version, Platform platform) {
        Object at = tree;
        for (String key : new String[] {"tools", tool.value(), "versions", version, "platforms", platform.toString()}) {
            at = at instanceof Map<?, ?> map ? map.get(key) : null;
        }
        if (!(at instanceof Map<?, ?> entry)) {
            return Optional.empty();
        }
        String checksum = String.valueOf(entry.get("checksum"));
        Object algorithm = entry.get("checksum_algorithm");
        Optional<Checksum> sum =
                Checksum.of(algorithm == null || checksum.contains(":") ? checksum : algorithm + ":" + checksum);
        try {
            return Optional.of(new Entry(
                    URI.create(String.valueOf(entry.get("url"))),
                    sum.orElseThrow(() -> new IllegalArgumentException("its checksum is none")),
                    entry.get("size") instanceof Number size ? size.longValue() : 0,
                    Optional.ofNullable(entry.get("proof")).map(String::valueOf)));
        } catch (IllegalArgumentException e) {
            throw new ToolchainException(
                    "The lock file's entry of %s@%s for %s is wrong: %s."
                            .formatted(tool, version, platform, e.getMessage()),
                    "Write it anew: atmos toolchain lock " + tool,
                    e);
        }
    }

    public void put(ToolId tool, String version, Platform platform, Entry entry) {
        Map<String, Object> versions = child(child(child(tree, "tools"), tool.value()), "versions");
        Map<String, Object> locked = child(versions, version);
        locked.putIfAbsent("binary_name", tool.name());
        locked.putIfAbsent("installed_at", now());
        Map<String, Object> written = child(child(locked, "platforms"), platform.toString());
        written.put("url", entry.url().toString());
        written.put("checksum", entry.checksum().toString());
        written.put("checksum_algorithm", entry.checksum().algorithm().toString());
        written.put("size", entry.size());
        entry.proof().ifPresent(how -> written.put("proof", how));
    }

    public void remove(ToolId tool, String version) {
        Map<String, Object> tools = child(tree, "tools");
        Map<String, Object> versions = child(child(tools, tool.value()), "versions");
        versions.remove(version);
        if (versions.isEmpty()) {
            tools.remove(tool.value());
        }
    }

    /// Only when something else stands there: a lock file that is written each time would show up in every commit.
    public void write(Path file, String productVersion) {
        if (Files.exists(file) && content(read(file)).equals(content(this))) {
            return;
        }
        Map<String, Object> metadata = child(tree, "metadata");
        metadata.put("generated_at", now());
        metadata.put("atmos_version", productVersion);
        metadata.put("platform", Platform.current().toString());
        metadata.put("lock_file_version", 2L);
        var ordered = new LinkedHashMap<String, Object>();
        ordered.put("version", 1L);
        ordered.put("tools", child(tree, "tools"));
        tree.forEach(ordered::putIfAbsent);
        try {
            WholeFile.write(file, HEAD + YamlWriter.write(ordered));
        } catch (IOException e) {
            throw new ToolchainException("%s can't be written.".formatted(file), "Check whose it is.", e);
        }
    }

    private static String content(LockFile file) {
        return YamlWriter.writeSorted(child(file.tree, "tools"));
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
