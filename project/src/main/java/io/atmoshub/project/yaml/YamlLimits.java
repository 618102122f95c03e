package io.atmoshub.project.yaml;

/// How much YAML is taken: bytes of a file, levels of nesting, and values after aliases are followed.
public record YamlLimits(long bytes, int depth, int values) {
    /// Generous for anything that people write: the largest public registry of tools has 3.3 MB and 250,000 values.
    public static final YamlLimits DEFAULT = new YamlLimits(16L << 20, 200, 2_000_000);

    public YamlLimits {
        if (bytes < 1 || depth < 1 || values < 1) {
            throw new IllegalArgumentException("limits are at least 1");
        }
    }
}
